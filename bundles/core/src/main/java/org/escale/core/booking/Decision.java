package org.escale.core.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.escale.booking.Booking.State;
import org.escale.core.centres.Freshness;

/**
 * What a new booking is at first, by who decides on its space: ours is promised or held at once, a
 * centre's system has ten minutes to answer, a person a day, and a quarter of an hour at least even
 * where the time has begun. Pure.
 */
record Decision(State state, Optional<Instant> until) {
  private static final Duration SYSTEM = Duration.ofMinutes(10);
  private static final Duration PERSON = Duration.ofDays(1);
  private static final Duration LEAST = Duration.ofMinutes(15);

  static Decision of(Wishes wishes, Instant now) {
    if (Freshness.decidedThere(wishes.space())) {
      return new Decision(State.PENDING, Optional.of(now.plus(SYSTEM)));
    }
    if (!Freshness.decidedHere(wishes.space())) {
      return new Decision(State.PENDING, Optional.of(answered(wishes.wanted().slot().from(), now)));
    }
    return wishes
        .wanted()
        .holdFor()
        .map(time -> new Decision(State.HELD, Optional.of(now.plus(time))))
        .orElseGet(() -> new Decision(State.CONFIRMED, Optional.empty()));
  }

  /** Until when a person may answer who is asked now for what begins then. */
  static Instant answered(Instant begins, Instant now) {
    var latest = begins.isAfter(now.plus(PERSON)) ? now.plus(PERSON) : begins;
    var least = now.plus(LEAST);
    return latest.isAfter(least) ? latest : least;
  }
}
