package org.escale.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** So much money for each hour. */
public record Rate(Money perHour) {
  private static final BigDecimal SECONDS = BigDecimal.valueOf(3600);

  /** Euro for each hour. */
  public static Rate euro(String perHour) {
    return new Rate(Money.euro(perHour));
  }

  /**
   * What {@code time} costs, to the second, rounded half up once; a negative time is the opposite
   * of the positive one.
   */
  public Money of(Duration time) {
    var currency = perHour.currency();
    var product = perHour.amount().multiply(BigDecimal.valueOf(time.toSeconds()));
    int scale = currency.getDefaultFractionDigits();
    return new Money(product.divide(SECONDS, scale, RoundingMode.HALF_UP), currency);
  }
}
