package org.escale.spi.centre;

import java.time.Instant;
import java.util.Optional;

/**
 * How a link is, and a sentence for its operator.
 *
 * @param clock what time it was there when it answered, where the system says so
 */
public record LinkHealth(boolean up, String text, Optional<Instant> clock) {
  /** Of a system that does not tell its time. */
  public LinkHealth(boolean up, String text) {
    this(up, text, Optional.empty());
  }
}
