package org.escale.presence;

import org.escale.word.Id;

/** The name of a viewing. */
public record ViewingId(String value) implements Id {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the text cannot be an id
   */
  public ViewingId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
