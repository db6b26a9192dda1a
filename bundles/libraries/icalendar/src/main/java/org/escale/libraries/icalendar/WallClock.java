package org.escale.libraries.icalendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TimeZone;
import java.util.function.Function;

/**
 * A clock on a wall. A wall time that the change of the clock leaves out is read as if the clock
 * had not been changed yet, one that it repeats as the first of both (RFC 5545, 3.3.5).
 */
record WallClock(
    Function<LocalDateTime, Instant> instantOf, Function<Instant, LocalDateTime> wallOf) {
  static final WallClock UTC = of(ZoneOffset.UTC);

  static WallClock of(ZoneId zone) {
    return new WallClock(
        wall -> wall.atZone(zone).toInstant(), at -> at.atZone(zone).toLocalDateTime());
  }

  /** By the rules that stand in the calendar itself. */
  static WallClock of(TimeZone rules) {
    return new WallClock(
        wall -> instant(wall, rules),
        at -> LocalDateTime.ofInstant(at.plusMillis(offset(rules, at)), ZoneOffset.UTC));
  }

  private static Instant instant(LocalDateTime wall, TimeZone rules) {
    var asUtc = wall.toInstant(ZoneOffset.UTC);
    var guess = asUtc.minusMillis(offset(rules, asUtc.minusMillis(rules.getRawOffset())));
    return asUtc.minusMillis(offset(rules, guess));
  }

  private static long offset(TimeZone rules, Instant at) {
    return rules.getOffset(at.toEpochMilli());
  }
}
