package org.escale.core.metering;

import java.util.Map;
import org.escale.billing.UsageRecord;
import org.escale.spi.store.Effect;

/** What a new usage record causes: that it is rated, after the commit and never inside it. */
public final class UsageEffects {
  /** The kind of effect. */
  public static final String RATING = "rating";

  private UsageEffects() {}

  /** Rate that record. */
  public static Effect rate(UsageRecord record) {
    return new Effect("rating:" + record.id(), RATING, record.id().value(), Map.of());
  }
}
