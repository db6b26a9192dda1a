package org.escale.billing;

import org.escale.word.Id;

/** The name of a settlement. */
public record SettlementId(String value) implements Id {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the text cannot be an id
   */
  public SettlementId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
