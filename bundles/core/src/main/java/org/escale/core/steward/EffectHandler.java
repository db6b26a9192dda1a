package org.escale.core.steward;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
   * @param answer where it was asked of somebody who answers in his own time: what comes of it;
   *     nothing is written until then. What is cancelled is begun anew
   */
  record Again(
      Duration after,
      String why,
      boolean aside,
      Optional<CompletableFuture<Optional<Again>>> answer) {
    /** By itself. */
    public Again(Duration after, String why) {
      this(after, why, false, Optional.empty());
    }

    /** Set aside. */
    public static Again aside(String why) {
      return new Again(Duration.ZERO, why, true, Optional.empty());
    }

    /** As that says once it is known; whoever says it does so on a thread of his own. */
    public static Again said(CompletableFuture<Optional<Again>> answer) {
      return new Again(Duration.ZERO, "asked", false, Optional.of(answer));
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
