package org.escale.libraries.icalendar;

import biweekly.util.ICalDate;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * A time as somebody wrote it.
 *
 * @param time midnight for a date
 * @param whole whether it is a date, without a time of day
 */
record Wall(LocalDateTime time, boolean whole, WallClock clock) {
  private static final int LAST_SECOND = 59;

  static Wall of(ICalDate date, WallClock clock) {
    var raw = date.getRawComponents();
    var day = LocalDateTime.of(raw.getYear(), raw.getMonth(), raw.getDate(), 0, 0);
    if (!date.hasTime()) {
      return new Wall(day, true, clock);
    }
    var second = Math.min(raw.getSecond(), LAST_SECOND); // a leap second is none of ours
    var time = day.withHour(raw.getHour()).withMinute(raw.getMinute()).withSecond(second);
    return new Wall(time, false, clock);
  }

  Instant instant() {
    return clock.instantOf().apply(time);
  }

  Wall at(LocalDateTime other) {
    return new Wall(other, whole, clock);
  }
}
