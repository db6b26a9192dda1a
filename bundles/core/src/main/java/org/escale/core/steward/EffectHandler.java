package org.escale.core.steward;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.escale.spi.store.Outbox;

/**
 * Does one kind of effect; run by the Steward alone, side by side where effects have different
 * lanes. Doing one twice does no harm.
 */
public interface EffectHandler {
  /**
   * Try again after that time, and why.
   *
   * @param aside not by itself: only when somebody says so
   */
  record Again(Duration after, String why, boolean aside) {
    /** By itself. */
    public Again(Duration after, String why) {
      this(after, why, false);
    }

    /** Set aside. */
    public static Again aside(String why) {
      return new Again(Duration.ZERO, why, true);
    }
  }

  /** The kind of effect. */
  String kind();

  /**
   * Whom it waits for: effects of one lane are done in their order, and delay no other lane. Empty
   * for what waits for nobody outside.
   */
  default Optional<String> lane(Outbox.Waiting waiting) {
    return Optional.empty();
  }

  /** Does it; empty when it is done. */
  Optional<Again> handle(Outbox.Waiting waiting, Instant now);
}
