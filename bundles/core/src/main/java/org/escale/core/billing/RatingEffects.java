package org.escale.core.billing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.escale.billing.UsageRecordId;
import org.escale.core.metering.UsageEffects;
import org.escale.core.steward.EffectHandler;
import org.escale.spi.store.Outbox;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Rates each record after the commit that wrote it; one whose rule is away is tried every minute.
 */
@Component(service = EffectHandler.class)
public final class RatingEffects implements EffectHandler {
  private static final Duration WITHOUT_RULE = Duration.ofMinutes(1);

  private final RatingDesk desk;

  /** At that desk. */
  @Activate
  public RatingEffects(@Reference RatingDesk desk) {
    this.desk = desk;
  }

  @Override
  public String kind() {
    return UsageEffects.RATING;
  }

  @Override
  public Optional<Again> handle(Outbox.Waiting waiting, Instant now) {
    var verdict = desk.rate(new UsageRecordId(waiting.effect().about()));
    return verdict instanceof Verdict.Parked parked && parked.waits()
        ? Optional.of(new Again(WITHOUT_RULE, parked.reason().code().name()))
        : Optional.empty();
  }
}
