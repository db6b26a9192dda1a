package org.escale.libraries.icalendar;

import biweekly.property.RecurrenceProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Predicate;

/**
 * The wall times of a rule. The library counts them as if the wall's clock were UTC, so that no
 * change of the clock can disturb it; when each of them really is, is asked afterwards.
 */
final class Series {
  private static final TimeZone UTC = TimeZone.getTimeZone("UTC");
  private static final Set<Frequency> BY_DAYS =
      EnumSet.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);

  static {
    EmptyStack.make();
  }

  private final Recurrence rule;
  private final Wall start;

  private Series(Recurrence rule, Wall start) {
    this.rule = rule;
    this.start = start;
  }

  static List<Series> of(List<? extends RecurrenceProperty> rules, Wall start)
      throws UnreadableCalendarException {
    var all = new ArrayList<Series>();
    for (var written : rules) {
      var rule = written.getValue();
      if (rule == null || rule.getFrequency() == null) {
        throw UnreadableCalendarException.garbled("a series has no frequency");
      }
      all.add(new Series(onTheWall(rule, start), start));
    }
    return all;
  }

  /** Gives wall times in order from about {@code from} on, for as long as they are wanted. */
  void walls(LocalDateTime from, Budget budget, Predicate<LocalDateTime> wanted)
      throws UnreadableCalendarException {
    var dates = rule.getDateIterator(asUtc(start.time()), UTC);
    if (from.isAfter(start.time()) && canLeap()) {
      dates.advanceTo(asUtc(from));
    }
    while (dates.hasNext()) {
      budget.step();
      var wall = dates.next().toInstant().atOffset(ZoneOffset.UTC).toLocalDateTime();
      if (!wanted.test(wall)) {
        return;
      }
    }
  }

  /** Whether the library finds a later date without going through all before it. */
  private boolean canLeap() {
    return rule.getCount() == null
        && rule.getBySetPos().isEmpty()
        && BY_DAYS.contains(rule.getFrequency());
  }

  private static Recurrence onTheWall(Recurrence rule, Wall start) {
    var until = rule.getUntil();
    if (until == null) {
      return rule;
    }
    var last = lastWall(until, start);
    var components =
        new DateTimeComponents(
            last.getYear(),
            last.getMonthValue(),
            last.getDayOfMonth(),
            last.getHour(),
            last.getMinute(),
            last.getSecond(),
            true);
    return new Recurrence.Builder(rule).until(new ICalDate(components, true)).build();
  }

  private static LocalDateTime lastWall(ICalDate until, Wall start) {
    var written = Wall.of(until, start.clock());
    if (written.whole()) {
      return written.time().with(LocalTime.of(23, 59, 59));
    }
    var utc = until.getRawComponents().isUtc();
    return utc
        ? start.clock().wallOf().apply(written.time().toInstant(ZoneOffset.UTC))
        : written.time();
  }

  private static Date asUtc(LocalDateTime wall) {
    return Date.from(wall.toInstant(ZoneOffset.UTC));
  }
}
