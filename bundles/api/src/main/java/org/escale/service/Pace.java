package org.escale.service;

import java.util.Optional;
import org.escale.refusal.Refusal;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How often somebody may ask, at all doors together; by real time. Safe for many threads, never
 * waits.
 */
@ProviderType
public interface Pace {
  /** Who is limited. */
  enum Kind {
    /** An account. */
    ACCOUNT,
    /** An address without one. */
    ADDRESS,
    /** An address that tries to sign in. */
    SIGN_IN
  }

  /**
   * Counts one request of that account or address: {@code TOO_MANY_REQUESTS} with {@code
   * retryAfter} in seconds where it is one too many, else empty.
   */
  Optional<Refusal> count(Kind kind, String who);
}
