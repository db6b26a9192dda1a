package org.escale.libraries.icalendar;

import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DurationProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.escale.word.TimeSlot;

/** One event of a calendar: its first date, its length and its exceptions. */
final class Event {
  private final VEvent event;
  private final Zones zones;
  private final Wall start;
  private final Length length;

  Event(VEvent event, Zones zones) throws UnreadableCalendarException {
    this.event = event;
    this.zones = zones;
    if (event.getDateStart() == null) {
      throw UnreadableCalendarException.garbled("an event has no start");
    }
    start = zones.wall(event.getDateStart(), event.getDateStart().getValue());
    length = length();
    if (length.negative()) {
      throw UnreadableCalendarException.garbled("an event ends before it starts");
    }
  }

  static boolean isBusy(VEvent event) {
    var status = event.getStatus();
    var transparency = event.getTransparency();
    return (status == null || !status.isCancelled())
        && (transparency == null || !transparency.isTransparent());
  }

  static boolean isTentative(VEvent event) {
    return event.getStatus() != null && event.getStatus().isTentative();
  }

  Wall start() {
    return start;
  }

  Length lengthOfEach() {
    return length;
  }

  List<Series> series() throws UnreadableCalendarException {
    return Series.of(event.getProperties(biweekly.property.RecurrenceRule.class), start);
  }

  List<Series> exceptSeries() throws UnreadableCalendarException {
    return Series.of(event.getExceptionRules(), start);
  }

  /** Dates beside the first one and the series; some say themselves how long they take. */
  List<TimeSlot> moreSlots() throws UnreadableCalendarException {
    var slots = new ArrayList<TimeSlot>();
    for (var more : event.getRecurrenceDates()) {
      for (var date : more.getDates()) {
        var wall = zones.wall(more, date);
        var begin = wall.instant();
        var end = length.endOf(wall);
        if (begin.isBefore(end)) {
          slots.add(new TimeSlot(begin, end));
        }
      }
      for (var period : more.getPeriods()) {
        slots.add(Periods.slot(period, more, zones));
      }
    }
    return slots;
  }

  Set<Instant> exceptStarts() throws UnreadableCalendarException {
    return exceptions(false, Wall::instant);
  }

  /** Whole days left out of a series that has times of day. */
  Set<LocalDate> exceptDays() throws UnreadableCalendarException {
    return start.whole() ? Set.of() : exceptions(true, wall -> wall.time().toLocalDate());
  }

  private <T> Set<T> exceptions(boolean daysOnly, java.util.function.Function<Wall, T> as)
      throws UnreadableCalendarException {
    var all = new HashSet<T>();
    for (var except : event.getExceptionDates()) {
      for (var date : except.getValues()) {
        var wall = zones.wall(except, date);
        if (!daysOnly || wall.whole()) {
          all.add(as.apply(wall));
        }
      }
    }
    return all;
  }

  private Length length() throws UnreadableCalendarException {
    var end = event.getProperty(DateEnd.class);
    if (end != null) {
      return Length.between(start, zones.wall(end, end.getValue()));
    }
    var duration = event.getProperty(DurationProperty.class);
    if (duration != null && duration.getValue() != null) {
      return Length.of(duration.getValue());
    }
    return start.whole() ? Length.DAY : Length.NONE;
  }
}
