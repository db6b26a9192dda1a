package org.escale.billing;

import org.escale.word.Id;

/** The name of a payout. */
public record PayoutId(String value) implements Id {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the text cannot be an id
   */
  public PayoutId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
