package org.escale.core.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.escale.booking.Agreement;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.booking.Move;
import org.escale.caller.Caller;
import org.escale.core.centres.Told;
import org.escale.core.commits.Draft;
import org.escale.core.rights.Authoriser;
import org.escale.core.rights.People;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Space;
import org.escale.federation.TruthMode;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Effect;
import org.escale.spi.store.Write;
import org.escale.word.Kept;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Another time where a person at the centre decides: it is asked for, and the booking stands as it
 * was promised until somebody there says yes. Safe for many threads.
 */
@Component(service = Requests.class)
public final class Requests {
  private final Snapshots snapshots;
  private final Relocations relocations;
  private final People people;
  private final Clock clock;

  /** What moves is known to those relocations. */
  @Activate
  public Requests(
      @Reference Snapshots snapshots,
      @Reference Relocations relocations,
      @Reference People people,
      @Reference Clock clock) {
    this.snapshots = snapshots;
    this.relocations = relocations;
    this.people = people;
    this.clock = clock;
  }

  /** Whether somebody has to be asked for that time: neither the centre itself, nor for less. */
  boolean needed(Caller caller, Booking booking, TimeSlot slot) {
    var had = booking.slot();
    var less = !slot.from().isBefore(had.from()) && !slot.to().isAfter(had.to());
    return decides(booking) && !less && !ofCentre(caller, booking);
  }

  /** Whether a person decides on its space. */
  boolean decides(Booking booking) {
    return snapshots
        .now()
        .get(Space.class, booking.space())
        .filter(space -> space.truth() == TruthMode.REQUEST)
        .isPresent();
  }

  /** Whether a person has to answer whether it moves. */
  boolean asked(Booking booking) {
    return booking.move().filter(Move::asked).isPresent() && decides(booking);
  }

  /** The booking as it stands, asking for that time; it runs out when nobody answers. */
  Draft<Booking> ask(Booking booking, TimeSlot slot, Agreement agreement, long revision) {
    var now = clock.instant();
    var until = Decision.answered(sooner(slot.from(), booking.slot().from()), now);
    var move = relocations.next(booking, slot, agreement, until);
    return Draft.of(booking.asking(Optional.of(move)), revision)
        .atAskedRevision()
        .causing(List.of(RunOut.of(booking, move)));
  }

  /** At the time that was asked for: the centre says yes. */
  Outcome<Draft<Booking>> agree(Caller caller, Kept<Booking> kept) {
    var booking = kept.word();
    if (!ofCentre(caller, booking)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    var now = clock.instant();
    if (!booking.move().orElseThrow().until().isAfter(now)) {
      return Outcome.refused(RefusalCode.HOLD_EXPIRED);
    }
    if (booking.state() != State.CONFIRMED && booking.state() != State.CHECKED_IN) {
      return wrongState(booking);
    }
    return receivable(booking).then(still -> relocations.moved(kept, now)).map(this::shown);
  }

  /** As it was promised: the centre says no, or who asked thinks better of it. */
  Outcome<Draft<Booking>> stay(Caller caller, Kept<Booking> kept) {
    var booking = kept.word();
    if (booking.move().filter(Move::asked).isEmpty() || !booking.state().live()) {
      return wrongState(booking);
    }
    var why = ofCentre(caller, booking) ? "booking.move.refused" : "booking.move.withdrawn";
    var left = booking.asking(booking.move().map(move -> move.refused(why)));
    return Outcome.done(Draft.of(left, kept.revision()));
  }

  private Draft<Booking> shown(Draft<Booking> draft) {
    var moved =
        draft.writes().stream()
            .flatMap(
                write -> write instanceof Write.Put put ? Stream.of(put.word()) : Stream.empty())
            .flatMap(word -> word instanceof Booking booking ? Stream.of(booking) : Stream.empty())
            .findFirst()
            .orElseThrow();
    Stream<Effect> told = Told.about(snapshots.now(), moved).stream();
    return draft.causing(Stream.concat(draft.effects().stream(), told).toList());
  }

  private Outcome<Booking> receivable(Booking booking) {
    return people
        .person(snapshots.now(), booking.guest())
        .map(person -> Authoriser.person(person))
        .orElseGet(() -> Optional.of(Refusal.of(RefusalCode.UNKNOWN_MEMBER)))
        .<Outcome<Booking>>map(Outcome::refused)
        .orElseGet(() -> Outcome.done(booking));
  }

  private static boolean ofCentre(Caller caller, Booking booking) {
    return caller.standing().centre().filter(booking.centre()::equals).isPresent();
  }

  private static Instant sooner(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static <T> Outcome<T> wrongState(Booking booking) {
    return Outcome.refused(
        new Refusal(RefusalCode.WRONG_STATE, Map.of("state", booking.state().name())));
  }
}
