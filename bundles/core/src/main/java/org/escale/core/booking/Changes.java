package org.escale.core.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.booking.Booking;
import org.escale.booking.Booking.End;
import org.escale.booking.Booking.State;
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
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Drafts what becomes of a booking: confirmed, or called off. */
@Component(service = Changes.class)
public final class Changes {
  private static final Set<State> PROMISED = EnumSet.of(State.HELD, State.PENDING, State.CONFIRMED);
  private static final int LONGEST_REASON = 500;

  private final Snapshots snapshots;
  private final People people;
  private final Clock clock;

  /** Decides by the current snapshot. */
  @Activate
  public Changes(@Reference Snapshots snapshots, @Reference People people, @Reference Clock clock) {
    this.snapshots = snapshots;
    this.people = people;
    this.clock = clock;
  }

  /**
   * HELD to CONFIRMED, if the person may still be received; PENDING where a person decides, by the
   * centre alone.
   */
  Outcome<Draft<Booking>> confirm(Caller caller, Kept<Booking> kept) {
    var booking = kept.word();
    var answering = booking.state() == State.PENDING && requested(booking);
    if (answering && !ofCentre(caller, booking)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    if (!answering && booking.state() != State.HELD && booking.state() != State.EXPIRED) {
      return wrongState(booking);
    }
    return promised(booking, clock.instant())
        .then(this::receivable)
        .map(Booking::promised)
        .map(sure -> Draft.of(sure, kept.revision()).causing(told(sure)));
  }

  /** HELD, PENDING or CONFIRMED to CANCELLED, until the terms' limit. */
  Outcome<Draft<Booking>> cancel(Caller caller, Kept<Booking> kept, String reason) {
    var now = clock.instant();
    if (reason.length() > LONGEST_REASON) {
      return Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", "reason"));
    }
    return promised(kept.word(), now)
        .then(booking -> inTime(caller, booking, now))
        .map(booking -> booking.ended(last(caller, booking), end(caller, booking, reason)))
        .map(ended -> Draft.of(ended, kept.revision()).causing(told(ended)));
  }

  /** Whether it still stands and nobody has come: WRONG_STATE, HOLD_EXPIRED. */
  static Outcome<Booking> promised(Booking booking, Instant now) {
    var over = booking.heldUntil().filter(until -> !now.isBefore(until)).isPresent();
    if (booking.state() == State.EXPIRED || (booking.state() == State.HELD && over)) {
      return Outcome.refused(RefusalCode.HOLD_EXPIRED);
    }
    return PROMISED.contains(booking.state()) ? Outcome.done(booking) : wrongState(booking);
  }

  /** TOO_LATE after the terms' limit, except for a mere hold and for the centre itself. */
  static Outcome<Booking> inTime(Caller caller, Booking booking, Instant now) {
    var limit = booking.slot().from().minus(booking.agreement().terms().cancelUntil());
    return !now.isAfter(limit) || booking.state() == State.HELD || ofCentre(caller, booking)
        ? Outcome.done(booking)
        : Outcome.refused(Refusal.of(RefusalCode.TOO_LATE, "until", limit.toString()));
  }

  private Outcome<Booking> receivable(Booking booking) {
    var person = people.person(snapshots.now(), booking.guest());
    Optional<Refusal> refusal =
        person.isEmpty()
            ? Optional.of(Refusal.of(RefusalCode.UNKNOWN_MEMBER))
            : Authoriser.person(person.get());
    return refusal.<Outcome<Booking>>map(Outcome::refused).orElseGet(() -> Outcome.done(booking));
  }

  private static boolean ofCentre(Caller caller, Booking booking) {
    return caller.standing().centre().filter(booking.centre()::equals).isPresent();
  }

  /** The centre's no to what waits for it is no cancellation. */
  private static State last(Caller caller, Booking booking) {
    return booking.state() == State.PENDING && ofCentre(caller, booking)
        ? State.REJECTED
        : State.CANCELLED;
  }

  private End end(Caller caller, Booking booking, String reason) {
    return new End(by(caller, booking), clock.instant(), reason);
  }

  private List<Effect> told(Booking ended) {
    return Told.about(snapshots.now(), ended);
  }

  private boolean requested(Booking booking) {
    return snapshots
        .now()
        .get(Space.class, booking.space())
        .filter(space -> space.truth() == TruthMode.REQUEST)
        .isPresent();
  }

  /** Who called it off, as a part they play, so that no name stands in the booking. */
  private static String by(Caller caller, Booking booking) {
    if (ofCentre(caller, booking)) {
      return "centre";
    }
    return caller.standing().person().filter(booking.guest().person()::equals).isPresent()
        ? "member"
        : "company";
  }

  private static <T> Outcome<T> wrongState(Booking booking) {
    return Outcome.refused(
        new Refusal(RefusalCode.WRONG_STATE, Map.of("state", booking.state().name())));
  }
}
