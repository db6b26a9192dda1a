package org.escale.federation;

import org.escale.word.Id;

/** Names one thing that is told to everybody. */
public record PublishedId(String value) implements Id {
  /** Checks the shape. */
  public PublishedId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
