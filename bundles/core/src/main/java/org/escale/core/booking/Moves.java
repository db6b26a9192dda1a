package org.escale.core.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.escale.booking.Agreement;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.caller.Caller;
import org.escale.core.commits.Draft;
import org.escale.core.rights.People;
import org.escale.core.rights.Person;
import org.escale.core.rights.Place;
import org.escale.core.snapshot.Snapshot;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Centre;
import org.escale.federation.Extra;
import org.escale.federation.Space;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.BookingOffice.Wanted;
import org.escale.word.Kept;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Drafts a booking at another time in the same space, with the same pieces of equipment, under the
 * terms that were sealed with it.
 */
@Component(service = Moves.class)
public final class Moves {
  private final Snapshots snapshots;
  private final People people;
  private final Promises promises;
  private final Clock clock;

  /** Decides by the current snapshot. */
  @Activate
  public Moves(
      @Reference Snapshots snapshots,
      @Reference People people,
      @Reference Promises promises,
      @Reference Clock clock) {
    this.snapshots = snapshots;
    this.people = people;
    this.promises = promises;
    this.clock = clock;
  }

  /** What would be written over {@code revision}. */
  Outcome<Draft<Booking>> draft(Caller caller, Kept<Booking> kept, TimeSlot slot, long revision) {
    var booking = kept.word();
    var now = clock.instant();
    return standing(caller, booking, slot, now)
        .then(
            still ->
                Slots.refusal(slot, now)
                    .<Outcome<Booking>>map(Outcome::refused)
                    .orElseGet(() -> Outcome.done(still)))
        .then(still -> met(snapshots.now(), still, slot))
        .then(moved -> promises.agreeAgain(moved, booking.agreement()))
        .map(agreement -> Draft.of(moved(booking, slot, agreement), revision).atAskedRevision());
  }

  /** WRONG_STATE, HOLD_EXPIRED, TOO_LATE; staying on longer is never too late. */
  private static Outcome<Booking> standing(
      Caller caller, Booking booking, TimeSlot slot, Instant now) {
    var extended =
        slot.from().equals(booking.slot().from()) && slot.to().isAfter(booking.slot().to());
    return Changes.promised(booking, now)
        .then(still -> extended ? Outcome.done(still) : Changes.inTime(caller, still, now));
  }

  private Outcome<Promises.Case> met(Snapshot snapshot, Booking booking, TimeSlot slot) {
    var person = people.person(snapshot, booking.guest());
    if (person.isEmpty()) {
      return Outcome.refused(RefusalCode.UNKNOWN_MEMBER);
    }
    return wishes(snapshot, booking, slot)
        .flatMap(wishes -> at(snapshot, person.get(), wishes))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Refusal.of(RefusalCode.NOT_FOUND)));
  }

  private static Optional<Promises.Case> at(Snapshot snapshot, Person person, Wishes wishes) {
    return Place.of(snapshot, person, wishes.centre(), wishes.wanted().slot().from())
        .map(place -> new Promises.Case(snapshot, person, place, wishes));
  }

  private static Optional<Wishes> wishes(Snapshot snapshot, Booking booking, TimeSlot slot) {
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

  private static Booking moved(Booking booking, TimeSlot slot, Agreement agreement) {
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
        booking.end());
  }
}
