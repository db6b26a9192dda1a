package org.escale.word;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A half-open interval of instants {@code [from, to)}; two that only touch do not overlap. */
public record TimeSlot(Instant from, Instant to) {
  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if the end is not after the start
   */
  public TimeSlot {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a slot ends after it starts");
    }
  }

  /** Whether an instant belongs to both. */
  public boolean overlaps(TimeSlot other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }

  /** Whether {@code at} belongs to it. */
  public boolean contains(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  /** The exact difference of its instants. */
  public Duration length() {
    return Duration.between(from, to);
  }

  /** What both have in common. */
  public Optional<TimeSlot> common(TimeSlot other) {
    var start = from.isAfter(other.from) ? from : other.from;
    var end = to.isBefore(other.to) ? to : other.to;
    return start.isBefore(end) ? Optional.of(new TimeSlot(start, end)) : Optional.empty();
  }
}
