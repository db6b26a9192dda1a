package org.escale.store.write;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.escale.booking.BookingId;
import org.escale.federation.SpaceId;
import org.escale.word.TimeSlot;

/**
 * What live bookings occupy, per calendar line a map sorted by start. Read by anybody at any time,
 * changed by the writer alone; what the writer tries out is seen as taken until it takes it back.
 */
public final class LineCalendar {

  /** A slot and the booking that occupies it. */
  public record Taken(TimeSlot slot, String booking) {}

  private volatile Map<SpaceId, ConcurrentNavigableMap<Instant, Taken>> lines =
      new ConcurrentHashMap<>();
  private volatile Mirror mirror = new Mirror();

  /** Which of these lines are free during all of {@code slot}. */
  public Set<SpaceId> free(Collection<SpaceId> among, TimeSlot slot) {
    return among.stream()
        .filter(line -> conflict(line, slot).isEmpty() && !mirror.busy(line, slot))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What overlaps {@code slot} on a line, in order. */
  public List<TimeSlot> busy(SpaceId line, TimeSlot slot) {
    return Stream.concat(booked(line, slot).map(Taken::slot), mirror.overlapping(line, slot))
        .sorted(Comparator.comparing(TimeSlot::from))
        .toList();
  }

  /** When a centre's own system says busy, in order. */
  public List<TimeSlot> foreign(SpaceId line, TimeSlot slot) {
    return mirror.overlapping(line, slot).sorted(Comparator.comparing(TimeSlot::from)).toList();
  }

  /** Live bookings that occupy a line within {@code slot}, in order, each once. */
  public List<BookingId> bookings(SpaceId line, TimeSlot slot) {
    return booked(line, slot).map(taken -> new BookingId(taken.booking())).distinct().toList();
  }

  private Stream<Taken> booked(SpaceId line, TimeSlot slot) {
    var taken = lines.get(line);
    if (taken == null) {
      return Stream.empty();
    }
    var running = Stream.ofNullable(taken.lowerEntry(slot.from())).map(Map.Entry::getValue);
    var starting = taken.subMap(slot.from(), true, slot.to(), false).values().stream();
    return Stream.concat(running, starting).filter(other -> other.slot().overlaps(slot));
  }

  /** What centres' own systems say. */
  Mirror mirror() {
    return mirror;
  }

  /** Some booking that overlaps {@code slot} on a line. */
  Optional<Taken> conflict(SpaceId line, TimeSlot slot) {
    var taken = lines.get(line);
    if (taken == null) {
      return Optional.empty();
    }
    // no two on a line overlap, so only the last one that starts before the end can reach into it
    return Optional.ofNullable(taken.lowerEntry(slot.to()))
        .map(Map.Entry::getValue)
        .filter(other -> other.slot().overlaps(slot));
  }

  /** What starts at that instant. */
  Optional<Taken> at(SpaceId line, Instant start) {
    return Optional.ofNullable(lines.get(line)).map(taken -> taken.get(start));
  }

  /** Occupies a line. */
  public void take(SpaceId line, Taken by) {
    lines.computeIfAbsent(line, l -> new ConcurrentSkipListMap<>()).put(by.slot().from(), by);
  }

  /** Frees a line of what starts at that instant. */
  void release(SpaceId line, Instant start) {
    var taken = lines.get(line);
    if (taken != null) {
      taken.remove(start);
    }
  }

  /** Becomes what {@code other} is, in one step. */
  void become(LineCalendar other) {
    lines = other.lines;
    mirror = other.mirror;
  }
}
