package org.escale.client;

import org.escale.word.Id;

/** Names how an employer's own identity system calls one person; a digest, which says nothing. */
public record AliasId(String value) implements Id {
  /** Checks the shape. */
  public AliasId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
