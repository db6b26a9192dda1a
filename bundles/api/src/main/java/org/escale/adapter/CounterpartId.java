package org.escale.adapter;

import org.escale.word.Id;

/** Names what belongs to one entry of a directory; a digest, which says nothing of it. */
public record CounterpartId(String value) implements Id {
  /** Checks the shape. */
  public CounterpartId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
