package org.escale.presence;

import org.escale.word.Id;

/** The name of a visit. */
public record VisitId(String value) implements Id {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the text cannot be an id
   */
  public VisitId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
