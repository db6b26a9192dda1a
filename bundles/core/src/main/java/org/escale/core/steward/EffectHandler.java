package org.escale.core.steward;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.escale.spi.store.Outbox;

/** Does one kind of effect; run by the Steward alone. Doing one twice does no harm. */
public interface EffectHandler {
  /** Try again after that time, and why. */
  record Again(Duration after, String why) {}

  /** The kind of effect. */
  String kind();

  /** Does it; empty when it is done. */
  Optional<Again> handle(Outbox.Waiting waiting, Instant now);
}
