package org.escale.client;

import org.escale.word.Id;

/** The name of a company at home. */
public record CompanyId(String value) implements Id {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the text cannot be an id
   */
  public CompanyId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
