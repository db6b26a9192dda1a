package org.escale.core.boxes;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.access.Segment;
import org.escale.client.CompanyId;
import org.escale.client.Credit;
import org.escale.client.CreditId;
import org.escale.client.Pseudonym;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Words;
import org.escale.federation.SpaceKind;
import org.escale.money.Money;
import org.escale.refusal.Outcome;
import org.escale.service.Boxes.Seen;
import org.junit.Test;

/** What stands in each line of a box's list, where it can be told from what looks like it. */
public class LineFactsTest extends LineHall {
  @Test
  public void l1_afterAVisitTheListExpectsTheNextCode() {
    var visit = hall.walkIn("bob");
    hall.leave("bob", visit);
    hall.steward.runDue();
    assertTrue(digests().contains(digest(code("bob"))));
    assertTrue(digests().contains(digest(code("ann"))));
  }

  @Test
  public void s2_theChannelOnTheListIsKeptBeforeAnybodyComes() {
    var told = admits().get(0).segment();
    assertEquals(List.of(told), hall.all(Segment.class).stream().map(Segment::number).toList());
  }

  @Test
  public void s3_aSessionAtABookingEndsWithTheGraceOfItsTerms() {
    var booking = hall.book("bob", "x-1", "2027-03-01T09:00:00Z", Duration.ofHours(2));
    var grace = booking.agreement().terms().grace();
    assertTrue(grace.compareTo(Duration.ZERO) > 0);
    var line = admits("booking/" + booking.id()).get(0);
    assertEquals(booking.slot().to().plus(grace), line.end());
  }

  @Test
  public void l5_whoBookedAndIsElsewhereIsNotExpected() {
    hall.centre("y", 1);
    hall.book("bob", "x-1", "2027-03-01T09:00:00Z", Duration.ofHours(2));
    assertEquals(2, admits().size());
    hall.walkIn("bob", "y");
    assertEquals(List.of(digest(code("ann"))), digests());
  }

  @Test
  public void l3_aPurseThatIsBelowItsFloorHoldsNothing() {
    hall.house.put(
        new Credit(
            new CreditId("k"),
            new CompanyId("c"),
            new Pseudonym("p-c"),
            Optional.empty(),
            Money.euro("10.00")));
    var list = box.entitlements();
    assertTrue(list, list.matches("(?s).*\npurse [0-9a-f]{20} 0\n.*"));
  }

  @Test
  public void l5_aBookingThatWasCalledOffExpectsNobody() {
    var booking = hall.book("bob", "x-1", "2027-03-01T15:00:00Z", Duration.ofHours(1));
    assertEquals(1, grants("booking/" + booking.id()).size());
    var cancelled = hall.house.bookings.cancel(hall.house.member("bob"), booking.id(), "elsewhere");
    assertTrue(cancelled.toString(), cancelled instanceof Outcome.Done);
    assertEquals(0, grants("booking/" + booking.id()).size());
  }

  @Test
  public void l7_aBookingOfSomebodyElseIsNotTakenOver() {
    var booking = hall.book("bob", "x-1", "2027-03-01T09:00:00Z", Duration.ofHours(2));
    var ann = grant("desk");
    hall.pass(Duration.ofHours(2));
    hall.house.put(Words.space("x-0", "x", SpaceKind.DESK));
    var came = Instant.parse("2027-03-01T09:30:00Z");
    Answers.done(box.tells(new Seen(1, "ADMIT", ann, came, "booking/" + booking.id())));
    assertEquals("p-ann", only().guest().person().value());
    assertEquals("x-0", only().space().value());
    assertNotEquals(booking.id(), only().booking());
  }

  @Test
  public void e5_aBoxWhoseClockIsAheadLetInNobodyInTheFuture() {
    var ann = grant("desk");
    var now = hall.house.clock.instant();
    Answers.done(box.tells(new Seen(1, "ADMIT", ann, now.plusSeconds(3600), "desk/x-2")));
    assertEquals(now, only().startedAt());
  }

  private List<String> digests() {
    return admits().stream().map(Admit::digest).toList();
  }
}
