package org.escale.spi.store;

/**
 * The database cannot be reached or written just now; nothing is known to have changed and
 * repeating is safe.
 */
public class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what the database said. */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
