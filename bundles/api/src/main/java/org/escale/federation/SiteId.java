package org.escale.federation;

import org.escale.word.Id;

/** The name of a site. */
public record SiteId(String value) implements Id {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the text cannot be an id
   */
  public SiteId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
