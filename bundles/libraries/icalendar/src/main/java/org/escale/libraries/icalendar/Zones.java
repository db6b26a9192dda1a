package org.escale.libraries.icalendar;

import biweekly.io.TimezoneInfo;
import biweekly.property.ICalProperty;
import biweekly.util.ICalDate;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Pattern;

/** Finds the clock that a time of a calendar was written by. */
final class Zones {
  /** Some programs write the world's name behind one of their own: /program/Europe/Brussels. */
  private static final Pattern BEHIND = Pattern.compile("/.*?/((?:[A-Z]\\w+/)+[A-Z]\\w+)");

  private final TimezoneInfo written;
  private final ZoneId centre;

  Zones(TimezoneInfo written, ZoneId centre) {
    this.written = written;
    this.centre = centre;
  }

  /** That time of that property, on its clock. */
  Wall wall(ICalProperty property, ICalDate date) throws UnreadableCalendarException {
    if (date == null || date.getRawComponents() == null) {
      throw UnreadableCalendarException.garbled("a time of the calendar is missing");
    }
    return Wall.of(date, date.getRawComponents().isUtc() ? WallClock.UTC : clock(property));
  }

  private WallClock clock(ICalProperty property) throws UnreadableCalendarException {
    var assigned = written.getTimezone(property);
    if (assigned != null) {
      var component = assigned.getComponent();
      var name = component == null ? assigned.getGlobalId() : component.getTimezoneId().getValue();
      return clock(name, assigned.getTimeZone());
    }
    var unresolved = property.getParameters().getTimezoneId();
    if (unresolved == null) {
      return WallClock.of(centre);
    }
    return known(unresolved)
        .map(WallClock::of)
        .orElseThrow(() -> UnreadableCalendarException.garbled("a zone is not known"));
  }

  private static WallClock clock(String name, TimeZone written) {
    return known(name).map(WallClock::of).orElseGet(() -> WallClock.of(written));
  }

  private static Optional<ZoneId> known(String name) {
    var behind = BEHIND.matcher(name == null ? "" : name);
    try {
      return Optional.of(ZoneId.of(behind.matches() ? behind.group(1) : String.valueOf(name)));
    } catch (DateTimeException notOfTheWorld) {
      return Optional.empty();
    }
  }
}
