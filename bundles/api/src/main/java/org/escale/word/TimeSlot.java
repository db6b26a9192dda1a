package org.escale.word;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** All that belongs to either, in order: one slot where they overlap or touch. */
  public List<TimeSlot> joined(TimeSlot other) {
    if (other.from.isBefore(from)) {
      return other.joined(this);
    }
    if (other.from.isAfter(to)) {
      return List.of(this, other);
    }
    return List.of(new TimeSlot(from, to.isAfter(other.to) ? to : other.to));
  }

  /** What belongs to this one and to none of the others, in order. */
  public List<TimeSlot> without(List<TimeSlot> others) {
    var left = Stream.of(this);
    for (var other : others) {
      left = left.flatMap(slot -> slot.without(other));
    }
    return left.toList();
  }

  private Stream<TimeSlot> without(TimeSlot other) {
    if (!overlaps(other)) {
      return Stream.of(this);
    }
    var before = from.isBefore(other.from) ? new TimeSlot(from, other.from) : null;
    var after = to.isAfter(other.to) ? new TimeSlot(other.to, to) : null;
    return Stream.concat(Stream.ofNullable(before), Stream.ofNullable(after));
  }
}
