package org.escale.word;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A thing the federation keeps: immutable, named by an id, seen by its readers, replaced only as a
 * whole.
 */
public interface Word {

  /** The name under which it is kept; unique among words of the same class. */
  Id id();

  /** Who may read it, now and as it stands. */
  Set<Reader> readers();

  /** What lists can filter by: field name and value, each value at most 128 characters. */
  default Map<String, String> keys() {
    return Map.of();
  }

  /** The instant by which lists select with {@code from} (inclusive) and {@code to} (exclusive). */
  default Optional<Instant> at() {
    return Optional.empty();
  }
}
