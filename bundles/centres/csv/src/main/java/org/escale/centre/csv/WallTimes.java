package org.escale.centre.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;

/**
 * Reads times as people and programs write them, on the clock that the centre stated. A time that
 * the change of the clock leaves out or repeats is refused: nobody but its writer knows what it
 * means, and the writer can add the offset.
 */
final class WallTimes {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  private final ZoneId zone;
  private final DateTimeFormatter times;
  private final DateTimeFormatter days;

  WallTimes(ZoneId zone, boolean dayFirst) {
    this.zone = zone;
    var day = dayFirst ? "d[/][.][-]M[/][.][-]uuuu" : "uuuu-MM-dd";
    days = DateTimeFormatter.ofPattern(day).withResolverStyle(ResolverStyle.STRICT);
    times =
        new DateTimeFormatterBuilder()
            .appendPattern(day + "['T'][' ']H:mm[:ss]")
            .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);
  }

  ZoneId zone() {
    return zone;
  }

  /** That instant; a date is its first moment. */
  Instant read(String text) throws UnreadableRowException {
    var at = instant(text);
    var year = at.atZone(zone).getYear();
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new UnreadableRowException("is not in a year from 2000 to 2100");
    }
    return at;
  }

  private Instant instant(String text) throws UnreadableRowException {
    try {
      return text.length() <= 10
          ? LocalDate.parse(text, days).atStartOfDay(zone).toInstant()
          : onClock(LocalDateTime.parse(text, times));
    } catch (DateTimeException notLocal) {
      return exact(text);
    }
  }

  private static Instant exact(String text) throws UnreadableRowException {
    try {
      return OffsetDateTime.parse(text.replaceFirst(" ", "T")).toInstant();
    } catch (DateTimeException odd) {
      throw new UnreadableRowException("is not a time");
    }
  }

  private Instant onClock(LocalDateTime wall) throws UnreadableRowException {
    var offsets = zone.getRules().getValidOffsets(wall);
    if (offsets.isEmpty()) {
      throw new UnreadableRowException("does not exist: the clock is put forward over it");
    }
    if (offsets.size() > 1) {
      throw new UnreadableRowException("exists twice: the clock is put back; write its offset");
    }
    return wall.toInstant(offsets.get(0));
  }
}
