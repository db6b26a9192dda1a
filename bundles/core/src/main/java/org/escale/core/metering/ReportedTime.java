package org.escale.core.metering;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An instant that somebody else's clock reported, brought between the visit's start and now (law
 * E5).
 *
 * @param at whole seconds, never before the start nor after now
 * @param doubtful whether it was off by more than 120 s: what rests on it is set aside
 */
public record ReportedTime(Instant at, boolean doubtful) {
  /** How far a centre's clock may be off. */
  public static final Duration TOLERANCE = Duration.ofMinutes(2);

  /** Brings {@code reported} between {@code start} and {@code now}. */
  public static ReportedTime between(Instant start, Instant reported, Instant now) {
    var doubtful =
        reported.isBefore(start.minus(TOLERANCE)) || reported.isAfter(now.plus(TOLERANCE));
    var notLate = reported.isAfter(now) ? now : reported;
    var at = notLate.isBefore(start) ? start : notLate;
    return new ReportedTime(at.truncatedTo(ChronoUnit.SECONDS), doubtful);
  }
}
