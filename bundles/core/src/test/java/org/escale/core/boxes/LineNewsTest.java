package org.escale.core.boxes;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.escale.billing.Charge;
import org.escale.billing.Unrated;
import org.escale.billing.UsageRecord;
import org.escale.booking.Booking;
import org.escale.core.fixture.Answers;
import org.escale.presence.Closing.By;
import org.escale.presence.Visit;
import org.escale.service.Boxes.Seen;
import org.junit.Before;
import org.junit.Test;

/** What a box has told and the hub cannot do yet holds up what would deny it (law S5). */
public class LineNewsTest extends LineHall {
  private static final String NOBODY = "line:" + "0".repeat(20) + ":20270301:0";
  private static final Instant CAME = Instant.parse("2027-03-01T09:05:00Z");

  private Booking booking;
  private Visit elsewhere;
  private String grant;

  /** The box let bob in by his booking; meanwhile the hub has him at another centre. */
  @Before
  public void bobIsElsewhere() {
    hall.centre("y", 1);
    booking = hall.book("bob", "x-1", "2027-03-01T09:00:00Z", Duration.ofHours(2));
    grant = grant("booking/" + booking.id());
    hall.pass(Duration.ofMinutes(30));
    elsewhere = hall.walkIn("bob", "y");
    hall.pass(Duration.ofMinutes(210));
    Answers.done(
        box.tells(
            new Seen(1, "STOP", NOBODY, CAME),
            new Seen(2, "ADMIT", grant, CAME, "booking/" + booking.id())));
    box.beats();
  }

  @Test
  public void s5_whoWasLetInIsNoNoShowWhileThatWaits() {
    hall.pass(Duration.ofMinutes(10));
    assertEquals(Booking.State.CONFIRMED, booking(booking.id()).state());
    hall.leave("bob", elsewhere);
    hall.pass(Duration.ofSeconds(5));
    hall.pass(Duration.ofSeconds(30));
    assertEquals(Booking.State.FULFILLED, booking(booking.id()).state());
    assertEquals(CAME, there().startedAt());
    assertTrue(
        hall.all(UsageRecord.class).stream().noneMatch(r -> r.kind() == UsageRecord.Kind.NO_SHOW));
  }

  @Test
  public void s5_whatWaitsHoldsUpItsOwnBookingOnly() {
    hall.pass(Duration.ofMinutes(1));
    var other = hall.book("ann", "x-1", "2027-03-01T13:00:00Z", Duration.ofHours(2));
    hall.pass(Duration.ofMinutes(90));
    box.beats();
    hall.pass(Duration.ofMinutes(1));
    assertEquals(Booking.State.NO_SHOW, booking(other.id()).state());
    assertEquals(Booking.State.CONFIRMED, booking(booking.id()).state());
  }

  @Test
  public void s5_whatWasSetAsideHoldsUpNothingMore() {
    var later = hall.book("ann", "x-1", "2027-03-01T13:00:00Z", Duration.ofHours(2));
    Answers.done(box.tells(new Seen(3, "ADMIT", NOBODY, CAME, "booking/" + later.id())));
    hall.pass(Duration.ofMinutes(91));
    box.beats();
    hall.pass(Duration.ofMinutes(1));
    assertEquals(Booking.State.NO_SHOW, booking(later.id()).state());
    assertEquals(Booking.State.CONFIRMED, booking(booking.id()).state());
  }

  @Test
  public void s5_noRuleEndsAVisitWhoseStopWaits() {
    hall.pass(Duration.ofSeconds(3));
    Answers.done(box.tells(new Seen(3, "STOP", grant, CAME.plusSeconds(1800))));
    box.beats();
    hall.leave("bob", elsewhere);
    hall.pass(Duration.ofSeconds(2));
    assertTrue("its end by rule is an hour ago", there().open());
    hall.pass(Duration.ofSeconds(40));
    var closing = there().closing().orElseThrow();
    assertEquals(By.GATEWAY, closing.by());
    assertEquals(CAME.plusSeconds(1800), closing.at());
    assertEquals(1, hall.records(there()).size());
  }

  @Test
  public void s5_itIsWaitedADayAtMost() {
    hall.stopRules();
    hall.pass(Duration.ofHours(2));
    assertEquals(Booking.State.CONFIRMED, booking(booking.id()).state());
    hall.pass(Duration.ofHours(24));
    assertEquals(Booking.State.NO_SHOW, booking(booking.id()).state());
    assertTrue("for a person to look at", hall.all(Charge.class).isEmpty());
    assertEquals(1, hall.all(Unrated.class).size());
    var record = hall.all(UsageRecord.class).get(0);
    assertEquals("visit.ended.not-heard", record.closing().orElseThrow().text());
  }

  private Visit there() {
    return hall.all(Visit.class).stream()
        .filter(visit -> visit.centre().equals(X))
        .findFirst()
        .orElseThrow();
  }
}
