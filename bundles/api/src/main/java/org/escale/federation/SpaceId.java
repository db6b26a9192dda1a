package org.escale.federation;

import org.escale.word.Id;

/** The name of a space, or of one piece of bookable equipment ({@code extra#1}). */
public record SpaceId(String value) implements Id {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the text cannot be an id
   */
  public SpaceId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
