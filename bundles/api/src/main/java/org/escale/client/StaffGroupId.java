package org.escale.client;

import org.escale.word.Id;

/** Names a group of an employer's people; a digest of company and name. */
public record StaffGroupId(String value) implements Id {
  /** Checks the shape. */
  public StaffGroupId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
