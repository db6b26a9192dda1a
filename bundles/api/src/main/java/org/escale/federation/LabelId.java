package org.escale.federation;

import org.escale.word.Id;

/** The name of a label of one centre. */
public record LabelId(String value) implements Id {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the text cannot be an id
   */
  public LabelId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
