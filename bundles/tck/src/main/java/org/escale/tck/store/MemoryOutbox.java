package org.escale.tck.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.spi.store.Effect;
import org.escale.spi.store.Outbox;

/** Effects that wait, in the order in which they were committed. */
final class MemoryOutbox {
  private record Row(Effect effect, Instant due, int attempts) {}

  private final Map<String, Row> rows = new LinkedHashMap<>();

  void add(Effect effect, Instant now) {
    rows.putIfAbsent(effect.key(), new Row(effect, now, 0));
  }

  List<Outbox.Waiting> due(String kind, Instant now, int limit) {
    return rows.values().stream()
        .filter(row -> row.effect().kind().equals(kind) && !row.due().isAfter(now))
        .limit(limit)
        .map(row -> new Outbox.Waiting(row.effect(), row.attempts()))
        .toList();
  }

  Optional<Instant> next() {
    return rows.values().stream().map(Row::due).min(Instant::compareTo);
  }

  void done(String key) {
    rows.remove(key);
  }

  void again(String key, Instant next) {
    rows.computeIfPresent(key, (k, row) -> new Row(row.effect(), next, row.attempts() + 1));
  }
}
