package org.escale.client;

import org.escale.word.Id;

/** The name of a person or a company as others see them; says nothing about who it is. */
public record Pseudonym(String value) implements Id {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the text cannot be an id
   */
  public Pseudonym {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
