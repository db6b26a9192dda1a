package org.escale.client;

import org.escale.word.Id;

/** The name of a pass. */
public record PassId(String value) implements Id {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the text cannot be an id
   */
  public PassId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
