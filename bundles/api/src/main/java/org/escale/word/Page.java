package org.escale.word;

import java.util.List;
import java.util.OptionalLong;

/** Some words, and where the next page begins if there is one. */
public record Page<W extends Word>(List<Kept<W>> items, OptionalLong next) {
  /** Copies the items. */
  public Page {
    items = List.copyOf(items);
  }
}
