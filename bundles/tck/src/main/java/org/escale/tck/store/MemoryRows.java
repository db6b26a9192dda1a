package org.escale.tck.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.escale.word.Word;

/**
 * The rows of one kind: by id, in the order in which they were written, and by each of their keys.
 */
final class MemoryRows {
  private final Map<String, MemoryShelf.Row> byId = new HashMap<>();
  private final NavigableSet<MemoryShelf.Row> written = new TreeSet<>(MemoryShelf.Row.WRITTEN);
  private final Map<Map.Entry<String, String>, NavigableSet<MemoryShelf.Row>> named =
      new HashMap<>();

  Optional<MemoryShelf.Row> get(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** All, in the order in which they were last written. */
  Collection<MemoryShelf.Row> all() {
    return written;
  }

  /** Those among which are all that have these keys, in the order in which they were written. */
  Collection<MemoryShelf.Row> among(Map<String, String> keys) {
    Collection<MemoryShelf.Row> least = written;
    for (var key : keys.entrySet()) {
      Collection<MemoryShelf.Row> those = named.containsKey(key) ? named.get(key) : List.of();
      least = those.size() < least.size() ? those : least;
    }
    return least;
  }

  /** That is what stands under that id from now on. */
  void set(String id, Optional<MemoryShelf.Row> row) {
    var old = Optional.ofNullable(byId.remove(id));
    old.ifPresent(
        was -> {
          written.remove(was);
          keys(was).entrySet().forEach(key -> forget(Map.entry(key.getKey(), key.getValue()), was));
        });
    row.ifPresent(
        is -> {
          byId.put(id, is);
          written.add(is);
          keys(is).forEach((key, value) -> note(Map.entry(key, value), is));
        });
  }

  private static Map<String, String> keys(MemoryShelf.Row row) {
    Word word = row.kept().word();
    return word.keys();
  }

  private void note(Map.Entry<String, String> key, MemoryShelf.Row row) {
    named.computeIfAbsent(key, k -> new TreeSet<>(MemoryShelf.Row.WRITTEN)).add(row);
  }

  private void forget(Map.Entry<String, String> key, MemoryShelf.Row row) {
    var those = named.get(key);
    those.remove(row);
    if (those.isEmpty()) {
      named.remove(key);
    }
  }
}
