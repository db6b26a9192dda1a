package org.escale.core.centres;

import static org.escale.core.fixture.Mill.hours;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.escale.adapter.ForeignTime;
import org.escale.adapter.Incident;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Mill;
import org.escale.federation.SpaceId;
import org.escale.refusal.RefusalCode;
import org.escale.spi.centre.Key;
import org.junit.After;
import org.junit.Test;

/** A centre that keeps its own system: laws A1 to A4, B6, B7. */
public class OwnSystemTest {
  private final Mill mill = new Mill();

  @After
  public void close() {
    mill.close();
  }

  @Test
  public void a1_aBookingStandsOnBothSidesBeforeItIsPromised() {
    var asked = Answers.done(mill.ask("own-1", hours(10, 12))).word();
    assertEquals(State.PENDING, asked.state());
    var promised = mill.await(asked, State.CONFIRMED);
    assertEquals(Optional.empty(), promised.heldUntil());
    var there = mill.centre.standing("one");
    assertEquals(1, there.size());
    assertEquals(List.of(hours(10, 12)), there.get(0).slots());
    assertFalse("firm", there.get(0).tentative());
    assertEquals(Optional.of(new Key(asked.id().value(), "home")), there.get(0).key());
    mill.awaitRead();
    assertEquals("ours is not mirrored", List.of(), mill.hall.all(ForeignTime.class));
    assertEquals(List.of(), mill.hall.all(Incident.class));
  }

  @Test
  public void b7_whatStaffWroteIsNotFreeOnceItWasRead() {
    mill.centre.staff("one", "staff", hours(10, 12));
    mill.awaitRead();
    Answers.refused(RefusalCode.SPACE_TAKEN, mill.ask("own-1", hours(11, 13)));
    mill.centre.remove("one", "staff");
    mill.awaitRead();
    mill.await(Answers.done(mill.ask("own-1", hours(11, 13))).word(), State.CONFIRMED);
  }

  @Test
  public void whatStaffWroteSinceItWasReadIsNeverPromisedOver() {
    mill.centre.staff("one", "staff", hours(10, 12));
    var asked = Answers.done(mill.ask("own-1", hours(11, 13))).word();
    var no = mill.await(asked, State.REJECTED);
    assertEquals("booking.ended.taken", no.end().orElseThrow().reason());
    assertEquals("theirs alone", 1, mill.centre.standing("one").size());
  }

  @Test
  public void whatStaffWritesBetweenHoldAndSecondLookIsNeverPromisedOver() {
    mill.centre.beforeNextLook(
        () -> mill.centre.beforeNextLook(() -> mill.centre.staff("one", "staff", hours(10, 12))));
    var asked = Answers.done(mill.ask("own-1", hours(11, 13))).word();
    mill.await(asked, State.REJECTED);
    assertEquals(
        "ours is withdrawn",
        List.of("staff"),
        mill.centre.standing("one").stream().map(e -> e.id()).toList());
  }

  @Test
  public void b6_lostAnswersAreLookedUpAndNothingIsDoubled() {
    mill.centre.loses(3);
    var asked = Answers.done(mill.ask("own-1", hours(10, 12))).word();
    mill.await(asked, State.CONFIRMED);
    assertEquals(1, mill.centre.standing("one").size());
  }

  @Test
  public void a3_aSystemThatIsGoneIsAnsweredLaterAndCostsNobodyElse() {
    mill.centre.down(true);
    var asked = Answers.done(mill.ask("own-1", hours(10, 12))).word();
    mill.hall.pass(Duration.ofMinutes(1));
    assertEquals("nothing is promised", State.PENDING, mill.now(asked).state());
    var other = mill.hall.book("bob", "x-1", "2027-03-01T10:00:00Z", Duration.ofHours(1));
    assertEquals(State.CONFIRMED, other.state());
    mill.centre.down(false);
    mill.await(asked, State.CONFIRMED);
  }

  @Test
  public void a1_whatRanOutWhileItWasGoneIsWithdrawnThere() {
    mill.centre.loses(1);
    var asked = Answers.done(mill.ask("own-1", hours(14, 16))).word();
    mill.await(() -> !mill.centre.standing("one").isEmpty());
    mill.centre.down(true);
    mill.hall.pass(Duration.ofMinutes(11));
    assertEquals(State.EXPIRED, mill.now(asked).state());
    mill.centre.down(false);
    mill.await(() -> mill.centre.standing("one").isEmpty());
  }

  @Test
  public void a1_cancellingHereCancelsThere() {
    var booking = promised("own-1", 14, 16);
    Answers.done(mill.hall.house.bookings.cancel(ann(), booking.id(), "changed my mind"));
    mill.await(() -> mill.centre.standing("one").isEmpty());
  }

  @Test
  public void a1_takingAwayThereCallsOffHereAndReceptionIsTold() {
    var booking = promised("own-1", 14, 16);
    mill.centre.remove("one", new Key(booking.id().value(), "home").uid());
    var off = mill.await(booking, State.CANCELLED);
    assertEquals("centre", off.end().orElseThrow().by());
    mill.await(() -> !mill.hall.all(Incident.class).isEmpty());
    assertEquals(Incident.Kind.TAKEN_AWAY, mill.hall.all(Incident.class).get(0).kind());
  }

  @Test
  public void staffWritingOverAPromiseIsAnIncidentThatEndsWithItsCause() {
    var booking = promised("own-1", 14, 16);
    mill.centre.staff("one", "late", hours(15, 17));
    mill.await(() -> !mill.hall.all(Incident.class).isEmpty());
    var incident = mill.hall.all(Incident.class).get(0);
    assertEquals(Incident.Kind.WRITTEN_OVER, incident.kind());
    assertEquals(hours(15, 17), incident.slot());
    assertTrue(incident.instead().isPresent());
    assertEquals("ours keeps the place", State.CONFIRMED, mill.now(booking).state());
    assertEquals("theirs is never removed", 2, mill.centre.standing("one").size());
    mill.centre.remove("one", "late");
    mill.await(() -> mill.hall.all(Incident.class).get(0).settled().isPresent());
  }

  @Test
  public void anEntryOfOursWithoutABookingIsSweptAndStaffsIsNot() {
    var booking = promised("own-1", 14, 16);
    var orphan = new Key("never-heard-of", "home");
    mill.centre.hold(
        new org.escale.spi.centre.HoldRequest(
            new org.escale.spi.centre.SpaceRef("one"), orphan, hours(8, 9), hours(8, 9).to(), ""));
    mill.centre.staff("one", "staff", hours(18, 19));
    mill.await(() -> mill.centre.standing("one").size() == 2);
    assertEquals(State.CONFIRMED, mill.now(booking).state());
  }

  @Test
  public void a4_anAdapterThatGoesAndComesLosesNothing() {
    mill.hall.house.systems.removeAdapter(mill.centre);
    mill.hall.steward.runDue();
    var unread = mill.hall.house.systems.asOf(Mill.row().centre(), new SpaceId("own-1"));
    assertEquals("nothing is known without it", Optional.empty(), unread);
    var no = Answers.refused(RefusalCode.TEMPORARILY_UNAVAILABLE, mill.ask("own-1", hours(10, 12)));
    assertEquals("not read yet", no.details().get("centreSystem"));
    assertEquals(
        Long.toString(Mill.row().period(false).toSeconds()), no.details().get("retryAfter"));
    mill.hall.house.systems.addAdapter(mill.centre);
    mill.awaitRead();
    var asked = Answers.done(mill.ask("own-1", hours(10, 12))).word();
    mill.hall.house.systems.removeAdapter(mill.centre);
    mill.hall.pass(Duration.ofSeconds(5));
    mill.hall.house.systems.addAdapter(mill.centre);
    mill.await(asked, State.CONFIRMED);
    assertEquals(1, mill.centre.standing("one").size());
  }

  private Booking promised(String space, int from, int to) {
    var asked = Answers.done(mill.ask(space, hours(from, to))).word();
    return mill.await(asked, State.CONFIRMED);
  }

  private org.escale.caller.Caller ann() {
    return mill.hall.house.member("ann");
  }
}
