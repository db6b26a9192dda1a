package org.escale.presence;

import org.escale.word.Id;

/** The name of a check-in code; says nothing of what stands in it. */
public record BadgeId(String value) implements Id {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the text cannot be an id
   */
  public BadgeId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
