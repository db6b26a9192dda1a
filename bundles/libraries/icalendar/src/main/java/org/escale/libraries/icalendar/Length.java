package org.escale.libraries.icalendar;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How long something takes: days by the wall's clock, and then time that really passes. */
record Length(long days, Duration exact) {
  static final Length NONE = new Length(0, Duration.ZERO);
  static final Length DAY = new Length(1, Duration.ZERO);
  private static final int WEEK = 7;

  static Length between(Wall start, Wall end) {
    if (start.whole() && end.whole()) {
      return new Length(ChronoUnit.DAYS.between(start.time(), end.time()), Duration.ZERO);
    }
    return new Length(0, Duration.between(start.instant(), end.instant()));
  }

  static Length of(biweekly.util.Duration written) {
    var exact =
        Duration.ofHours(some(written.getHours()))
            .plusMinutes(some(written.getMinutes()))
            .plusSeconds(some(written.getSeconds()));
    var days = some(written.getWeeks()) * WEEK + some(written.getDays());
    return written.isPrior() ? new Length(-days, exact.negated()) : new Length(days, exact);
  }

  boolean negative() {
    return days < 0 || exact.isNegative();
  }

  Instant endOf(Wall start) {
    var day = days == 0 ? start : start.at(start.time().plusDays(days));
    return day.instant().plus(exact);
  }

  private static long some(Integer number) {
    return Optional.ofNullable(number).orElse(0);
  }
}
