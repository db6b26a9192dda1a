package org.escale.billing;

import org.escale.word.Id;

/** The name of a charge. */
public record ChargeId(String value) implements Id {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the text cannot be an id
   */
  public ChargeId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
