package org.escale.access;

import org.escale.word.Id;

/** The name of an access grant and its session. */
public record GrantId(String value) implements Id {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the text cannot be an id
   */
  public GrantId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
