package org.escale.core.booking;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.escale.caller.Caller;
import org.escale.caller.Role;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.Centre;
import org.escale.federation.Extra;
import org.escale.federation.Space;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.BookingOffice.Wanted;

/**
 * What a wish to book is about, looked up in a snapshot.
 *
 * @param extras with their quantities
 */
record Wishes(Wanted wanted, Space space, Centre centre, Map<Extra, Integer> extras) {
  private static final Duration LONGEST_HOLD = Duration.ofMinutes(15);
  private static final int MOST_PEOPLE = 2000;
  private static final int MOST_PIECES = 1000;
  private static final int MOST_LINES = 50;

  /** INVALID_FIELD, then NOT_FOUND: also for what is not this desk's to book. */
  static Outcome<Wishes> of(Snapshot snapshot, Caller caller, Wanted wanted) {
    var wrong = wrongField(wanted);
    if (wrong.isPresent()) {
      return Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", wrong.get()));
    }
    var space = snapshot.get(Space.class, wanted.space());
    var centre = space.flatMap(found -> snapshot.get(Centre.class, found.centre()));
    if (centre.isEmpty() || !mayBook(caller, centre.get(), wanted)) {
      return Outcome.refused(Refusal.of(RefusalCode.NOT_FOUND, "field", "spaceId"));
    }
    var extras = new HashMap<Extra, Integer>();
    for (var entry : wanted.extras().entrySet()) {
      var extra = snapshot.get(Extra.class, entry.getKey());
      if (extra.filter(found -> found.centre().equals(centre.get().id())).isEmpty()) {
        return Outcome.refused(Refusal.of(RefusalCode.NOT_FOUND, "field", "extras"));
      }
      extras.put(extra.get(), entry.getValue());
    }
    return Outcome.done(new Wishes(wanted, space.orElseThrow(), centre.get(), extras));
  }

  /** A desk books into its own centre only, unless it books for itself. */
  private static boolean mayBook(Caller caller, Centre centre, Wanted wanted) {
    var desk =
        caller.roles().contains(Role.RECEPTION)
            || (caller.roles().contains(Role.INTEGRATOR) && caller.standing().company().isEmpty());
    return !desk
        || caller.standing().centre().filter(centre.id()::equals).isPresent()
        || (wanted.member().isEmpty() && caller.standing().member().isPresent());
  }

  private static Optional<String> wrongField(Wanted wanted) {
    if (wanted.people() < 1 || wanted.people() > MOST_PEOPLE) {
      return Optional.of("people");
    }
    if (wanted.extras().size() > MOST_LINES
        || wanted.extras().values().stream().anyMatch(n -> n < 1 || n > MOST_PIECES)) {
      return Optional.of("extras");
    }
    return wanted
        .holdFor()
        .filter(time -> time.isNegative() || time.isZero() || time.compareTo(LONGEST_HOLD) > 0)
        .map(time -> "holdFor");
  }
}
