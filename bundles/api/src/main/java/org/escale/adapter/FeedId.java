package org.escale.adapter;

import org.escale.word.Id;

/** Names one busy feed: the SHA-256 of its secret in hex, from which nobody finds the secret. */
public record FeedId(String value) implements Id {
  /** Checks the shape. */
  public FeedId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
