package org.escale.spi.store;

import org.escale.refusal.UnavailableException;

/**
 * The database cannot be reached or written just now; nothing is known to have changed and
 * repeating is safe.
 */
public class StoreException extends UnavailableException {
  private static final long serialVersionUID = 1L;

  /** With what the database said. */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
