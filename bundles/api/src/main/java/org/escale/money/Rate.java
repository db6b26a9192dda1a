package org.escale.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;

/** So much money for each hour. */
public record Rate(Money perHour) {
  private static final BigDecimal SECONDS = BigDecimal.valueOf(3600);

  /** Euro for each hour. */
  public static Rate euro(String perHour) {
    return new Rate(Money.euro(perHour));
  }

  /** What {@code time} costs, to the second, rounded half up once. */
  public Money of(Duration time) {
    var hours = BigDecimal.valueOf(time.toSeconds()).divide(SECONDS, MathContext.DECIMAL64);
    return perHour.times(hours);
  }
}
