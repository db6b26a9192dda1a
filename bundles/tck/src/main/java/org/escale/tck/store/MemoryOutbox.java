package org.escale.tck.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.spi.store.Effect;
import org.escale.spi.store.Outbox;
import org.escale.spi.store.Outbox.Message;

/** Effects that wait, in the order in which they were committed. */
final class MemoryOutbox {
  private final Map<String, Message> rows = new LinkedHashMap<>();

  void add(Effect effect, Instant now) {
    rows.putIfAbsent(effect.key(), new Message(effect, 0, now, Optional.of(now), ""));
  }

  List<Outbox.Waiting> due(String kind, Instant now, int limit) {
    return rows.values().stream()
        .filter(row -> row.effect().kind().equals(kind))
        .filter(row -> row.due().filter(due -> !due.isAfter(now)).isPresent())
        .limit(limit)
        .map(row -> new Outbox.Waiting(row.effect(), row.attempts()))
        .toList();
  }

  List<Message> messages(String kind, int limit) {
    return rows.values().stream()
        .filter(row -> row.effect().kind().equals(kind))
        .limit(limit)
        .toList();
  }

  Optional<Instant> next() {
    return rows.values().stream().flatMap(row -> row.due().stream()).min(Instant::compareTo);
  }

  void done(String key) {
    rows.remove(key);
  }

  void again(String key, Instant next, String why) {
    rows.computeIfPresent(
        key,
        (k, row) ->
            new Message(row.effect(), row.attempts() + 1, row.since(), Optional.of(next), why));
  }

  void aside(String key, String why) {
    rows.computeIfPresent(
        key,
        (k, row) ->
            new Message(row.effect(), row.attempts() + 1, row.since(), Optional.empty(), why));
  }

  void replay(String key, Instant now) {
    rows.computeIfPresent(
        key, (k, row) -> new Message(row.effect(), 0, row.since(), Optional.of(now), ""));
  }
}
