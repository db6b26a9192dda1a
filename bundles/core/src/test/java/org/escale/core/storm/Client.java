package org.escale.core.storm;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.booking.BookingId;
import org.escale.booking.Move;
import org.escale.caller.Caller;
import org.escale.federation.Space;
import org.escale.federation.TruthMode;
import org.escale.refusal.Outcome;
import org.escale.service.BookingOffice.Wanted;
import org.escale.word.Kept;
import org.escale.word.TimeSlot;

/** Somebody who books one space again and again, looks, moves and cancels. Used by one thread. */
final class Client {
  private static final Instant FIRST = Instant.parse("2027-03-05T00:00:00Z");
  private static final int HOURS = 24 * 5;

  private final Storm storm;
  private final Space space;
  private final Caller caller;
  private final Random random;
  private Optional<BookingId> mine = Optional.empty();
  private boolean seen;

  Client(Storm storm, Space space, String member, Random random) {
    this.storm = storm;
    this.space = space;
    this.caller = storm.house.member(member);
    this.random = random;
  }

  /** Does one thing. */
  void act() {
    if (mine.isEmpty()) {
      book();
      return;
    }
    var kept = storm.house.store.get(Booking.class, mine.get(), caller.sight()).orElseThrow();
    see(kept.word());
    int choice = random.nextInt(20);
    if (mine.isEmpty() || choice > 5) {
      storm.history.operation("look", space.id().value());
    } else if (choice > 2) {
      cancel(kept.word());
    } else if (space.truth() == TruthMode.REQUEST && kept.word().state() == State.PENDING) {
      answer(kept.word());
    } else {
      move(kept);
    }
  }

  private void see(Booking booking) {
    if (booking.state() == State.CONFIRMED && !seen) {
      seen = true;
      storm.history.note("ack", booking.id().value());
    }
    if (!booking.state().live()) {
      mine = Optional.empty();
    }
  }

  private void book() {
    var wanted =
        new Wanted(
            Optional.empty(),
            space.id(),
            slot(),
            Optional.empty(),
            1,
            Map.of(),
            Optional.empty(),
            Optional.empty());
    seen = false;
    var outcome = storm.house.bookings.book(caller, wanted);
    if (outcome instanceof Outcome.Done<Kept<Booking>> done) {
      mine = Optional.of(done.value().word().id());
      see(done.value().word());
    }
    storm.history.operation("book", space.id().value(), said(outcome));
  }

  private void cancel(Booking booking) {
    var outcome = storm.house.bookings.cancel(caller, booking.id(), "storm");
    if (outcome instanceof Outcome.Done) {
      storm.history.note("end", booking.id().value());
      mine = Optional.empty();
    }
    storm.history.operation("cancel", space.id().value(), said(outcome));
  }

  private void move(Kept<Booking> kept) {
    var booking = kept.word();
    var longer = new TimeSlot(booking.slot().from(), booking.slot().to().plusSeconds(3600));
    var to = random.nextBoolean() ? longer : slot();
    var outcome =
        booking.move().filter(Move::asked).isPresent()
            ? Outcome.<Kept<Booking>>done(kept)
            : storm.house.bookings.move(caller, booking.id(), to, kept.revision());
    storm.history.operation("move", space.id().value(), said(outcome));
  }

  private void answer(Booking booking) {
    var desk = storm.house.desk(space.centre().value());
    var outcome = storm.house.bookings.confirm(desk, booking.id());
    storm.history.operation("answer", space.id().value(), said(outcome));
  }

  private TimeSlot slot() {
    return slot(random);
  }

  /** Some hour or two of those days. */
  static TimeSlot slot(Random random) {
    var from = FIRST.plus(Duration.ofHours(random.nextInt(HOURS)));
    return new TimeSlot(from, from.plus(Duration.ofHours(1L + random.nextInt(2))));
  }

  private static String said(Outcome<?> outcome) {
    return outcome instanceof Outcome.Refused<?> no ? no.refusal().code().name() : "DONE";
  }
}
