package org.escale.booking;

import org.escale.word.Id;

/** The name of a booking. */
public record BookingId(String value) implements Id {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the text cannot be an id
   */
  public BookingId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
