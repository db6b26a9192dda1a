package org.escale.libraries.icalendar;

import biweekly.property.ICalProperty;
import biweekly.util.Period;
import org.escale.word.TimeSlot;

/** Reads a start with an end or a length. */
final class Periods {
  private Periods() {}

  static TimeSlot slot(Period period, ICalProperty property, Zones zones)
      throws UnreadableCalendarException {
    var start = zones.wall(property, period.getStartDate());
    var end = period.getEndDate();
    if (end == null && period.getDuration() == null) {
      throw UnreadableCalendarException.garbled("a period of the calendar has no end");
    }
    return new TimeSlot(
        start.instant(),
        end == null
            ? Length.of(period.getDuration()).endOf(start)
            : zones.wall(property, end).instant());
  }
}
