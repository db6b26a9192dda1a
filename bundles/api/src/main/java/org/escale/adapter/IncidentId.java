package org.escale.adapter;

import org.escale.word.Id;

/** Names one incident. */
public record IncidentId(String value) implements Id {
  /** Checks the shape. */
  public IncidentId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
