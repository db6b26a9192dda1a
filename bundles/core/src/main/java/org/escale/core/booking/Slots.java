package org.escale.core.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.word.TimeSlot;

/** Which times can be asked for; pure. */
final class Slots {
  /** How far ahead a slot may begin. */
  static final Duration HORIZON = Duration.ofDays(400);

  /** How long one may be. */
  static final Duration LONGEST = Duration.ofHours(24);

  /** How long ago one may begin, since a request takes its time to come. */
  static final Duration TOLERANCE = Duration.ofSeconds(60);

  private Slots() {}

  /** INVALID_SLOT, then SLOT_IN_PAST. */
  static Optional<Refusal> refusal(TimeSlot slot, Instant now) {
    if (slot.length().compareTo(LONGEST) > 0) {
      return invalid("longestHours", LONGEST.toHours());
    }
    if (slot.from().isAfter(now.plus(HORIZON))) {
      return invalid("horizonDays", HORIZON.toDays());
    }
    return slot.from().isBefore(now.minus(TOLERANCE))
        ? Optional.of(Refusal.of(RefusalCode.SLOT_IN_PAST, "now", now.toString()))
        : Optional.empty();
  }

  private static Optional<Refusal> invalid(String limit, long value) {
    return Optional.of(new Refusal(RefusalCode.INVALID_SLOT, Map.of(limit, Long.toString(value))));
  }
}
