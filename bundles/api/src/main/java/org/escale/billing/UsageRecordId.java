package org.escale.billing;

import org.escale.word.Id;

/** The name of a usage record. */
public record UsageRecordId(String value) implements Id {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the text cannot be an id
   */
  public UsageRecordId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
