package org.escale.terms;

import org.escale.word.Id;

/** The name of one dated version of a rule's terms. */
public record TermsId(String value) implements Id {
  /** Checks the shape. */
  public TermsId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
