package org.escale.refusal;

/**
 * The platform cannot do this just now, for a reason outside itself; nothing is known to have
 * changed and repeating is safe. Doors answer {@code TEMPORARILY_UNAVAILABLE}.
 */
public class UnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what the outside said. */
  public UnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
