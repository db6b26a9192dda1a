package org.escale.federation;

import org.escale.word.Id;

/** The name of an affiliation. */
public record AffiliationId(String value) implements Id {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the text cannot be an id
   */
  public AffiliationId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
