package org.escale.spi.store;

import java.util.Map;

/**
 * Something to be done outside because of a change, committed with it (law E2) and done at least
 * once under the same key.
 *
 * @param key stable for ever: the outside can tell a repetition by it
 * @param kind who does it: {@code gateway, rating}
 * @param about what it is about, an id
 * @param details what else is needed; no secret
 */
public record Effect(String key, String kind, String about, Map<String, String> details) {
  /** Copies the details. */
  public Effect {
    details = Map.copyOf(details);
  }
}
