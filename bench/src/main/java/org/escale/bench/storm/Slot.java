package org.escale.bench.storm;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/** Some hours, two weeks ahead. */
record Slot(Instant from, Instant to) {
  private static final int DAYS_AHEAD = 14;
  private static final int HOURS = 24 * 5;
  private static final Instant FIRST =
      Instant.now().truncatedTo(ChronoUnit.DAYS).plus(DAYS_AHEAD, ChronoUnit.DAYS);
  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** One or two hours of five days. */
  static Slot any(Random random) {
    var from = FIRST.plus(random.nextInt(HOURS), ChronoUnit.HOURS);
    return new Slot(from, from.plus(1L + random.nextInt(2), ChronoUnit.HOURS));
  }

  Slot longer() {
    return new Slot(from, to.plus(1, ChronoUnit.HOURS));
  }

  /** As calendars write it. */
  static String basic(Instant at) {
    return BASIC.format(at);
  }

  /** As calendars have written it. */
  static Instant instant(String basic) {
    return BASIC.parse(basic, Instant::from);
  }

  static String seconds(Instant at) {
    return "" + at.getEpochSecond();
  }
}
