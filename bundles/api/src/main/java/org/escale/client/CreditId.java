package org.escale.client;

import org.escale.word.Id;

/** The name of a credit account. */
public record CreditId(String value) implements Id {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the text cannot be an id
   */
  public CreditId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
