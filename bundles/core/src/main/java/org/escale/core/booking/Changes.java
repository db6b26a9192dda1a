package org.escale.core.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.booking.Booking;
import org.escale.booking.Booking.End;
import org.escale.booking.Booking.State;
import org.escale.caller.Caller;
import org.escale.core.commits.Draft;
import org.escale.core.rights.Authoriser;
import org.escale.core.rights.People;
import org.escale.core.snapshot.Snapshots;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
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

  /** HELD to CONFIRMED, if the person may still be received. */
  Outcome<Draft<Booking>> confirm(Kept<Booking> kept) {
    var booking = kept.word();
    if (booking.state() != State.HELD && booking.state() != State.EXPIRED) {
      return wrongState(booking);
    }
    return promised(booking, clock.instant())
        .then(this::receivable)
        .map(held -> Draft.of(confirmed(held), kept.revision()));
  }

  /** HELD, PENDING or CONFIRMED to CANCELLED, until the terms' limit. */
  Outcome<Draft<Booking>> cancel(Caller caller, Kept<Booking> kept, String reason) {
    var now = clock.instant();
    if (reason.length() > LONGEST_REASON) {
      return Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", "reason"));
    }
    return promised(kept.word(), now)
        .then(booking -> inTime(caller, booking, now))
        .map(booking -> booking.ended(State.CANCELLED, new End(by(caller, booking), now, reason)))
        .map(ended -> Draft.of(ended, kept.revision()));
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

  private static Booking confirmed(Booking held) {
    return new Booking(
        held.id(),
        held.centre(),
        held.space(),
        held.guest(),
        held.slot(),
        State.CONFIRMED,
        held.people(),
        held.lines(),
        held.agreement(),
        Optional.empty(),
        held.walkIn(),
        held.series(),
        Optional.empty());
  }

  private static boolean ofCentre(Caller caller, Booking booking) {
    return caller.standing().centre().filter(booking.centre()::equals).isPresent();
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
