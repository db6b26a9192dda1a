package org.escale.bench.centres;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;

/** An hour that a centre is open, no two the same: six a day, three days a week. */
record Slots(int number) {
  private static final int A_DAY = 6;
  private static final int DAYS = 3;
  private static final int FIRST_HOUR = 9;
  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  Instant from() {
    var tuesday =
        LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.TUESDAY)).plusDays(7);
    var day = tuesday.plusWeeks(number / (A_DAY * DAYS)).plusDays(number / A_DAY % DAYS);
    return day.atTime(FIRST_HOUR + number % A_DAY, 0).toInstant(ZoneOffset.UTC);
  }

  Instant to() {
    return from().plus(Duration.ofHours(1));
  }

  /** As calendars write it. */
  static String basic(Instant at) {
    return BASIC.format(at);
  }

  /** The order of a booking of that space then. */
  String order(String id, String space) {
    return "{\"id\":\"%s\",\"spaceId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}"
        .formatted(id, space, from(), to());
  }
}
