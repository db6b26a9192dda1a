package org.escale.caller;

import org.escale.word.Id;

/** The name of a job. */
public record JobId(String value) implements Id {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the text cannot be an id
   */
  public JobId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
