package org.escale.adapter;

import org.escale.word.Id;

/** Names one entry of a centre's own calendar: a digest, so that it says nothing. */
public record ForeignTimeId(String value) implements Id {
  /** Checks the shape. */
  public ForeignTimeId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
