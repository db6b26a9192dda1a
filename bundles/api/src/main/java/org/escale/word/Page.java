package org.escale.word;

import java.util.List;
import java.util.OptionalLong;

/**
 * Some words, and where the next page begins if there is one: a place for {@link Query#after},
 * which may lie inside an entry and is then no entry number; below 2^53.
 */
public record Page<W extends Word>(List<Kept<W>> items, OptionalLong next) {
  /** Copies the items. */
  public Page {
    items = List.copyOf(items);
  }
}
