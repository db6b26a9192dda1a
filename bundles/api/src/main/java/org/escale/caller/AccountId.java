package org.escale.caller;

import org.escale.word.Id;

/** The name of an account. */
public record AccountId(String value) implements Id {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the text cannot be an id
   */
  public AccountId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
