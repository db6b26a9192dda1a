package org.escale.store.write;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.escale.adapter.ForeignTime;
import org.escale.federation.SpaceId;
import org.escale.word.TimeSlot;

/**
 * When centres' own systems say that a line is busy; times of one line may overlap. Read by anybody
 * at any time, changed by the writer alone.
 */
final class Mirror {
  private final Map<SpaceId, Map<String, List<TimeSlot>>> lines = new ConcurrentHashMap<>();

  /** Whether anything overlaps {@code slot} on a line. */
  boolean busy(SpaceId line, TimeSlot slot) {
    return overlapping(line, slot).findAny().isPresent();
  }

  /** What overlaps {@code slot} on a line, in no order. */
  Stream<TimeSlot> overlapping(SpaceId line, TimeSlot slot) {
    var entries = lines.get(line);
    return entries == null
        ? Stream.empty()
        : entries.values().stream().flatMap(List::stream).filter(slot::overlaps);
  }

  /** One entry as it is now, in place of how it was. */
  void change(Optional<ForeignTime> was, Optional<ForeignTime> is) {
    was.ifPresent(
        old -> {
          var entries = lines.get(old.space());
          if (entries != null) {
            entries.remove(old.id().value());
          }
        });
    is.ifPresent(
        now ->
            lines
                .computeIfAbsent(now.space(), line -> new ConcurrentHashMap<>())
                .put(now.id().value(), now.slots()));
  }
}
