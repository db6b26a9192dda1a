package org.escale.client;

import org.escale.word.Id;

/** The name of a member at home. */
public record MemberId(String value) implements Id {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the text cannot be an id
   */
  public MemberId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
