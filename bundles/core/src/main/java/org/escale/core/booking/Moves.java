package org.escale.core.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.escale.booking.Agreement;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.caller.Caller;
import org.escale.core.centres.Freshness;
import org.escale.core.centres.Told;
import org.escale.core.commits.Draft;
import org.escale.core.rights.People;
import org.escale.core.rights.Person;
import org.escale.core.rights.Place;
import org.escale.core.snapshot.Snapshot;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Space;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.word.Kept;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Drafts a booking at another time in the same space, with the same pieces of equipment, under the
 * terms that were sealed with it. Where somebody is there only its end moves, and the visit with
 * it. Where the centre's own system decides, or a person, the time is asked for.
 */
@Component(service = Moves.class)
public final class Moves {
  private final Snapshots snapshots;
  private final People people;
  private final Promises promises;
  private final Stays stays;
  private final Relocations relocations;
  private final Requests requests;
  private final Clock clock;

  /** Decides by the current snapshot. */
  @Activate
  public Moves(
      @Reference Snapshots snapshots,
      @Reference People people,
      @Reference Promises promises,
      @Reference Stays stays,
      @Reference Relocations relocations,
      @Reference Requests requests,
      @Reference Clock clock) {
    this.snapshots = snapshots;
    this.people = people;
    this.promises = promises;
    this.stays = stays;
    this.relocations = relocations;
    this.requests = requests;
    this.clock = clock;
  }

  /** What would be written over {@code revision}. */
  Outcome<Draft<Booking>> draft(Caller caller, Kept<Booking> kept, TimeSlot slot, long revision) {
    var booking = kept.word();
    var now = clock.instant();
    var there = Told.decidedThere(snapshots.now(), booking);
    var asks = there || requests.needed(caller, booking, slot);
    var not = refusal(booking, there, asks).or(() -> promises.ceded(booking, slot));
    if (not.isPresent()) {
      return Outcome.refused(not.get());
    }
    if (booking.state() == State.CHECKED_IN) {
      return asks
          ? stays
              .of(booking, slot, now)
              .then(stay -> met(snapshots.now(), booking, slot))
              .then(met -> agreed(met, booking))
              .map(agreement -> ask(there, Moved.to(booking, slot, agreement), kept, revision))
          : staying(kept, slot, revision, now);
    }
    return elsewhen(caller, booking, slot, now)
        .map(agreement -> Moved.to(booking, slot, agreement))
        .map(to -> asks ? ask(there, to, kept, revision) : here(to, revision));
  }

  private Optional<Refusal> refusal(Booking booking, boolean there, boolean asks) {
    if (asks || requests.asked(booking)) {
      return relocations.refusal(booking);
    }
    return there || requests.decides(booking) ? Optional.empty() : decidedElsewhere(booking);
  }

  /** The centre's own system is asked, or a person there. */
  private Draft<Booking> ask(boolean there, Booking to, Kept<Booking> kept, long revision) {
    return there
        ? relocations.ask(kept.word(), to.slot(), to.agreement(), revision)
        : requests.ask(kept.word(), to.slot(), to.agreement(), revision);
  }

  private Draft<Booking> here(Booking moved, long revision) {
    return Draft.of(moved, revision).causing(Told.about(snapshots.now(), moved)).atAskedRevision();
  }

  private Outcome<Agreement> elsewhen(Caller caller, Booking booking, TimeSlot slot, Instant now) {
    return standing(caller, booking, slot, now)
        .then(
            still ->
                Slots.refusal(slot, now)
                    .<Outcome<Booking>>map(Outcome::refused)
                    .orElseGet(() -> Outcome.done(still)))
        .then(still -> met(snapshots.now(), still, slot))
        .then(moved -> promises.agreeAgain(moved, booking.agreement()));
  }

  /** Where a system decides that is not here nobody can be asked. */
  private Optional<Refusal> decidedElsewhere(Booking booking) {
    return snapshots
        .now()
        .get(Space.class, booking.space())
        .filter(space -> !Freshness.decidedHere(space))
        .map(s -> Refusal.of(RefusalCode.WRONG_STATE, "truthMode", s.truth().name()));
  }

  private Outcome<Draft<Booking>> staying(
      Kept<Booking> kept, TimeSlot slot, long revision, Instant now) {
    var booking = kept.word();
    return stays
        .of(booking, slot, now)
        .then(
            stay ->
                met(snapshots.now(), booking, slot)
                    .then(there -> agreed(there, booking))
                    .then(agreement -> asRead(kept, revision, agreement))
                    .map(agreement -> Moved.to(booking, slot, agreement))
                    .map(moved -> stays.draft(stay, moved, revision)));
  }

  /** Who leaves sooner asks for nothing. */
  private Outcome<Agreement> agreed(Promises.Case there, Booking booking) {
    return there.slot().to().isAfter(booking.slot().to())
        ? promises.stayOn(there, booking.agreement())
        : Outcome.done(promises.leaveSooner(there, booking.agreement()));
  }

  /**
   * The booking itself must be as the client read it; what moves with it is read afresh each time.
   */
  private static Outcome<Agreement> asRead(Kept<Booking> kept, long revision, Agreement agreed) {
    return kept.revision() == revision
        ? Outcome.done(agreed)
        : Outcome.refused(RefusalCode.CHANGED_MEANWHILE);
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
    return Moved.wishes(snapshot, booking, slot)
        .flatMap(wishes -> at(snapshot, person.get(), wishes))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Refusal.of(RefusalCode.NOT_FOUND)));
  }

  private static Optional<Promises.Case> at(Snapshot snapshot, Person person, Wishes wishes) {
    return Place.of(snapshot, person, wishes.centre(), wishes.wanted().slot().from())
        .map(place -> new Promises.Case(snapshot, person, place, wishes));
  }
}
