package org.escale.core.centres;

import static org.escale.core.fixture.Mill.hours;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.escale.adapter.Incident;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.booking.Move;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Mill;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.spi.centre.Key;
import org.escale.word.Kept;
import org.escale.word.TimeSlot;
import org.junit.After;
import org.junit.Test;

/** Another time for a booking in a space that its centre's system decides on: A1, B1, B6. */
public class MovingTest {
  private final Mill mill = new Mill();

  @After
  public void close() {
    mill.close();
  }

  @Test
  public void b6_theNewTimeStandsThereBeforeTheOldIsTakenAway() {
    var booking = promised(14, 15);
    var asked = Answers.done(move(booking, hours(16, 17))).word();
    assertEquals("stands as it was", hours(14, 15), asked.slot());
    assertEquals(Optional.of(true), asked.move().map(Move::asked));
    Answers.refused(RefusalCode.SPACE_TAKEN, mill.ask("own-1", hours(16, 17)));
    Answers.refused(RefusalCode.SPACE_TAKEN, mill.ask("own-1", hours(14, 15)));
    moved(booking, hours(16, 17));
    assertEquals(State.CONFIRMED, mill.now(booking).state());
    mill.await(Answers.done(mill.ask("own-1", hours(14, 15))).word(), State.CONFIRMED);
    assertEquals(List.of(), mill.hall.all(Incident.class));
  }

  @Test
  public void aBookingIsExtendedAndShortenedOverItself() {
    var booking = promised(14, 15);
    Answers.done(move(booking, hours(14, 17)));
    moved(booking, hours(14, 17));
    Answers.done(move(mill.now(booking), hours(15, 16)));
    moved(booking, hours(15, 16));
    var there = mill.centre.standing("one").get(0);
    assertEquals(Optional.of(new Key(booking.id().value(), 2, "home")), there.key());
  }

  @Test
  public void whatStaffWroteMeanwhileKeepsTheBookingWhereItWas() {
    var booking = promised(14, 15);
    mill.centre.staff("one", "staff", hours(16, 18));
    Answers.done(move(booking, hours(15, 17)));
    mill.await(() -> mill.now(booking).move().filter(Move::asked).isEmpty());
    var stays = mill.now(booking);
    assertEquals(hours(14, 15), stays.slot());
    assertEquals(Optional.of("booking.move.taken"), stays.move().flatMap(Move::refused));
    mill.await(() -> mill.centre.standing("one").size() == 2);
    mill.await(Answers.done(mill.ask("own-1", hours(15, 16))).word(), State.CONFIRMED);
  }

  @Test
  public void oneAnswerIsAwaitedAtATime() {
    mill.centre.down(true);
    var booking = mill.ask("own-1", hours(14, 15));
    Answers.refused(RefusalCode.WRONG_STATE, move(Answers.done(booking).word(), hours(16, 17)));
    mill.centre.down(false);
    var promised = mill.await(Answers.done(booking).word(), State.CONFIRMED);
    mill.centre.down(true);
    Answers.done(move(promised, hours(16, 17)));
    Answers.refused(RefusalCode.WRONG_STATE, move(mill.now(promised), hours(15, 16)));
  }

  @Test
  public void a3_whatASystemThatIsGoneDoesNotAnswerIsGivenUp() {
    var booking = promised(14, 15);
    mill.centre.loses(1);
    Answers.done(move(booking, hours(16, 17)));
    mill.await(() -> mill.centre.standing("one").size() == 2);
    mill.centre.down(true);
    mill.hall.pass(Duration.ofMinutes(11));
    var stays = mill.now(booking);
    assertEquals(hours(14, 15), stays.slot());
    assertEquals(Optional.of("booking.move.not-answered"), stays.move().flatMap(Move::refused));
    mill.centre.down(false);
    mill.await(() -> mill.centre.standing("one").size() == 1);
    mill.awaitRead();
    assertEquals(List.of(), mill.hall.all(Incident.class));
  }

  @Test
  public void a1_cancellingWhileItMovesTakesBothAway() {
    var booking = promised(14, 15);
    mill.centre.loses(1);
    Answers.done(move(booking, hours(16, 17)));
    mill.await(() -> mill.centre.standing("one").size() == 2);
    Answers.done(
        mill.hall.house.bookings.cancel(
            mill.hall.house.member("ann"), booking.id(), "changed my mind"));
    mill.await(() -> mill.centre.standing("one").isEmpty());
  }

  @Test
  public void b6_brokenOffAnywhereOneTimeStandsInTheEnd() {
    var steps = 0;
    for (int call = 1; call <= 7; call++) {
      for (var after : List.of(false, true)) {
        for (var to : List.of(hours(15, 16), hours(13, 15))) {
          var day = Duration.ofDays(++steps);
          var booking = promised(later(hours(13, 14), day));
          mill.centre.breaking.at(call, after);
          Answers.done(move(booking, later(to, day)));
          moved(booking, later(to, day));
          assertTrue("call " + call + " after " + after, mill.centre.breaking.broke());
        }
      }
    }
    assertEquals(28, mill.centre.standing("one").size());
    assertEquals(List.of(), mill.hall.all(Incident.class));
  }

  @Test
  public void b6_aBookingBrokenOffAnywhereStandsOnce() {
    for (int call = 1; call <= 5; call++) {
      for (var after : List.of(false, true)) {
        var slot = later(hours(14, 15), Duration.ofDays(2L * call + (after ? 1 : 0)));
        mill.centre.breaking.at(call, after);
        promised(slot);
        assertTrue("call " + call + " after " + after, mill.centre.breaking.broke());
        assertEquals(1, mill.centre.standing("one").stream().filter(e -> e.overlaps(slot)).count());
      }
    }
  }

  private void moved(Booking booking, TimeSlot to) {
    mill.await(() -> mill.now(booking).slot().equals(to));
    mill.await(() -> ours(booking) == 1);
    assertEquals(Optional.empty(), mill.now(booking).move());
    var there =
        mill.centre.standing("one").stream()
            .filter(e -> e.key().filter(key -> of(booking, key)).isPresent())
            .toList();
    assertEquals(List.of(to), there.get(0).slots());
    assertTrue("firm", !there.get(0).tentative());
  }

  private long ours(Booking booking) {
    return mill.centre.standing("one").stream()
        .filter(e -> e.key().filter(key -> of(booking, key)).isPresent())
        .count();
  }

  private static boolean of(Booking booking, Key key) {
    return key.booking().equals(booking.id().value());
  }

  private Outcome<Kept<Booking>> move(Booking booking, TimeSlot slot) {
    var house = mill.hall.house;
    var kept =
        house
            .store
            .get(Booking.class, booking.id(), org.escale.caller.Sight.PLATFORM)
            .orElseThrow();
    return house.bookings.move(house.member("ann"), booking.id(), slot, kept.revision());
  }

  private Booking promised(int from, int to) {
    return promised(hours(from, to));
  }

  private Booking promised(TimeSlot slot) {
    return mill.await(Answers.done(mill.ask("own-1", slot)).word(), State.CONFIRMED);
  }

  private static TimeSlot later(TimeSlot slot, Duration by) {
    return new TimeSlot(slot.from().plus(by), slot.to().plus(by));
  }
}
