package org.escale.adapter;

import org.escale.word.Id;

/** Names one directory that is read. */
public record DirectoryId(String value) implements Id {
  /** Checks the shape. */
  public DirectoryId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
