package org.escale.access;

import org.escale.word.Id;

/** The name of a gateway. */
public record GatewayId(String value) implements Id {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the text cannot be an id
   */
  public GatewayId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
