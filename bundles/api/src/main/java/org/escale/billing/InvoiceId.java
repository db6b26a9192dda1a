package org.escale.billing;

import org.escale.word.Id;

/** The name of an invoice or credit note. */
public record InvoiceId(String value) implements Id {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the text cannot be an id
   */
  public InvoiceId {
    Id.checked(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
