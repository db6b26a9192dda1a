package org.escale.billing;

import org.escale.word.Id;

/** The name of a ledger transaction. */
public record TransactionId(String value) implements Id {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the text cannot be an id
   */
  public TransactionId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
