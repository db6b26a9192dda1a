package org.escale.access;

import org.escale.word.Id;

/** The name of a device; says nothing about its address. */
public record DeviceId(String value) implements Id {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the text cannot be an id
   */
  public DeviceId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
