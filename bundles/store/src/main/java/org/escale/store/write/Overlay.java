package org.escale.store.write;

import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import org.escale.store.sql.Statements;
import org.escale.store.sql.Table;

/**
 * What a batch is about to do to one table, over what the table holds: reads see it at once, the
 * database in one go at the end. A refused change is taken back here and never reaches the
 * database. Not for several threads.
 */
final class Overlay<K, V> {
  private final Table<K, V> table;
  private final Undo undo;
  private final Map<K, Optional<V>> before = new LinkedHashMap<>();
  private final Map<K, Optional<V>> now = new LinkedHashMap<>();

  Overlay(Table<K, V> table, Undo undo) {
    this.table = table;
    this.undo = undo;
  }

  /** The value as things stand. */
  Optional<V> get(K key, Statements statements) throws SQLException {
    var drafted = now.get(key);
    if (drafted != null) {
      return drafted;
    }
    var known = before.get(key);
    if (known == null) {
      known = table.load(statements, key);
      before.put(key, known);
    }
    return known;
  }

  /** Reads many values in one query, so that {@link #get} finds them here. */
  void prefetch(Collection<K> keys, Statements statements) throws SQLException {
    var unknown = new LinkedHashSet<>(keys);
    unknown.removeAll(before.keySet());
    if (unknown.size() < 2) {
      return;
    }
    var found = table.loadAll(statements, unknown);
    for (var key : unknown) {
      before.put(key, Optional.ofNullable(found.get(table.columns(key))));
    }
  }

  /** Sets a value that {@link #get} was asked for before. */
  void put(K key, V value) {
    set(key, before.getOrDefault(key, Optional.empty()), Optional.of(value));
  }

  /** Removes a value that {@link #get} was asked for before. */
  void remove(K key) {
    set(key, before.getOrDefault(key, Optional.empty()), Optional.empty());
  }

  /** Sets or removes a value where the caller knows what the table holds so far. */
  void set(K key, Optional<V> held, Optional<V> next) {
    before.putIfAbsent(key, held);
    var drafted = now.put(key, next);
    undo.by(
        () -> {
          if (drafted == null) {
            now.remove(key);
          } else {
            now.put(key, drafted);
          }
        });
  }

  /** Writes to the database what differs: first what goes, then what changes, then what comes. */
  void flush(Statements statements) throws SQLException {
    for (var key : now.keySet()) {
      if (before.get(key).isPresent() && now.get(key).isEmpty()) {
        table.delete(statements, key);
      }
    }
    for (var key : now.keySet()) {
      if (before.get(key).isPresent() && now.get(key).isPresent()) {
        table.update(statements, key, now.get(key).get());
      }
    }
    statements.runQueued();
    var fresh = new LinkedHashMap<K, V>();
    for (var key : now.keySet()) {
      if (before.get(key).isEmpty() && now.get(key).isPresent()) {
        fresh.put(key, now.get(key).get());
      }
    }
    table.insert(statements, fresh);
  }
}
