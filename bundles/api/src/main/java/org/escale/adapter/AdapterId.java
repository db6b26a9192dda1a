package org.escale.adapter;

import org.escale.word.Id;

/** Names one installed adapter. */
public record AdapterId(String value) implements Id {
  /** Checks the shape. */
  public AdapterId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
