package org.escale.store.write;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.escale.adapter.ForeignTime;
import org.escale.federation.SpaceId;
import org.escale.store.write.Intervals.Named;
import org.escale.word.TimeSlot;

/**
 * When centres' own systems say that a line is busy; times of one line may overlap. Read by anybody
 * at any time, changed by the writer alone; whoever reads sees an entry as it was or as it is.
 */
final class Mirror {
  private final Map<SpaceId, Intervals> lines = new ConcurrentHashMap<>();

  /** Whether anything overlaps {@code slot} on a line. */
  boolean busy(SpaceId line, TimeSlot slot) {
    return at(line).busy(slot);
  }

  /** What overlaps {@code slot} on a line, in order of the start. */
  Stream<TimeSlot> overlapping(SpaceId line, TimeSlot slot) {
    return at(line).overlapping(slot).stream();
  }

  /** One entry as it is now, in place of exactly how it was. */
  void change(Optional<ForeignTime> was, Optional<ForeignTime> is) {
    Stream.concat(was.stream(), is.stream())
        .map(ForeignTime::space)
        .distinct()
        .forEach(line -> change(line, of(was, line), of(is, line)));
  }

  private void change(SpaceId line, Optional<ForeignTime> was, Optional<ForeignTime> is) {
    var times = at(line);
    for (var old : was.map(Mirror::named).orElseGet(Stream::empty).toList()) {
      times = times.without(old);
    }
    for (var fresh : is.map(Mirror::named).orElseGet(Stream::empty).toList()) {
      times = times.with(fresh);
    }
    if (times.isEmpty()) {
      lines.remove(line);
    } else {
      lines.put(line, times);
    }
  }

  private Intervals at(SpaceId line) {
    return lines.getOrDefault(line, Intervals.NONE);
  }

  private static Optional<ForeignTime> of(Optional<ForeignTime> entry, SpaceId line) {
    return entry.filter(time -> time.space().equals(line));
  }

  private static Stream<Named> named(ForeignTime time) {
    return time.slots().stream().map(slot -> new Named(slot, time.id().value()));
  }
}
