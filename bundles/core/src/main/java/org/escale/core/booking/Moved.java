package org.escale.core.booking;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.escale.booking.Agreement;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.Centre;
import org.escale.federation.Extra;
import org.escale.federation.Space;
import org.escale.service.BookingOffice.Wanted;
import org.escale.word.TimeSlot;

/** A booking at another time: what it then asks for, and what it then is. Pure. */
final class Moved {
  private Moved() {}

  /** The same wish at another time; empty where its space is no more. */
  static Optional<Wishes> wishes(Snapshot snapshot, Booking booking, TimeSlot slot) {
    Map<Extra, Integer> extras = new HashMap<>();
    booking
        .lines()
        .forEach(
            line ->
                snapshot
                    .get(Extra.class, line.extra())
                    .ifPresent(extra -> extras.put(extra, line.quantity())));
    var wanted =
        new Wanted(
            Optional.of(booking.id()),
            booking.space(),
            slot,
            Optional.empty(),
            booking.people(),
            Map.of(),
            Optional.empty(),
            booking.series());
    return snapshot
        .get(Space.class, booking.space())
        .flatMap(
            space ->
                snapshot
                    .get(Centre.class, booking.centre())
                    .map(centre -> new Wishes(wanted, space, centre, extras)));
  }

  /** The same booking at that time, under that agreement. */
  static Booking to(Booking booking, TimeSlot slot, Agreement agreement) {
    return new Booking(
        booking.id(),
        booking.centre(),
        booking.space(),
        booking.guest(),
        slot,
        booking.state(),
        booking.people(),
        booking.lines(),
        agreement,
        booking.heldUntil().filter(until -> booking.state() == State.HELD),
        booking.walkIn(),
        booking.series(),
        booking.end(),
        Optional.empty());
  }
}
