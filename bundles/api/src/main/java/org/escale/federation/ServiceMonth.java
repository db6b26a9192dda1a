package org.escale.federation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;

/**
 * What a centre's line kept of its promise in a month of the centre's own zone. What counts are the
 * minutes in which the centre was open, by its hours as they are now, and a box of it was watched:
 * planned closing counts on neither side.
 *
 * @param promisedMinutes minutes in which it was open and watched, until now
 * @param outageMinutes those of them in which its box was not heard; at most as many
 */
public record ServiceMonth(YearMonth month, long promisedMinutes, long outageMinutes) {
  private static final int DIGITS = 2;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if they cannot be
   */
  public ServiceMonth {
    if (outageMinutes < 0 || outageMinutes > promisedMinutes) {
      throw new IllegalArgumentException("an outage lies within what was promised");
    }
  }

  /** Minutes in which what was promised was there. */
  public long servedMinutes() {
    return promisedMinutes - outageMinutes;
  }

  /**
   * The served part in per cent, two digits, never rounded up; 100.00 where nothing was promised.
   */
  public BigDecimal servedPercent() {
    return promisedMinutes == 0
        ? new BigDecimal("100.00")
        : BigDecimal.valueOf(servedMinutes())
            .movePointRight(2)
            .divide(BigDecimal.valueOf(promisedMinutes), DIGITS, RoundingMode.DOWN);
  }
}
