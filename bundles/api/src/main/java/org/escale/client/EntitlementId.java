package org.escale.client;

import org.escale.word.Id;

/** The name of an entitlement. */
public record EntitlementId(String value) implements Id {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the text cannot be an id
   */
  public EntitlementId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
