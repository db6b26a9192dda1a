package org.escale.libraries.icalendar;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.component.VFreeBusy;
import biweekly.property.RecurrenceId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.escale.word.TimeSlot;

/**
 * Says when a calendar is busy: series expanded with their exceptions, whole days from midnight to
 * midnight of the centre, transparent and cancelled events left out. The name of a zone that the
 * world knows is trusted over the rules written beside it; a time without a zone is the centre's.
 */
public final class BusyTimes {
  private BusyTimes() {}

  /**
   * Every UID of that text, with what overlaps {@code within}. At most 5 million characters and
   * 10,000 busy times are read.
   *
   * @param zone the centre's
   * @throws UnreadableCalendarException if any part of it cannot be read, or it is too much
   */
  public static List<BusyEntry> read(String text, TimeSlot within, ZoneId zone)
      throws UnreadableCalendarException {
    var busy = new LinkedHashMap<String, Slots>();
    var budget = new Budget();
    try {
      for (var calendar : CalendarText.parse(text)) {
        addEvents(calendar, new Instances(within, budget), zone, busy);
        addFreeBusy(calendar, new Instances(within, budget), busy);
      }
    } catch (IllegalArgumentException | java.time.DateTimeException | ArithmeticException odd) {
      throw UnreadableCalendarException.garbled("a date of the calendar cannot be");
    }
    return busy.entrySet().stream().map(e -> e.getValue().entry(e.getKey())).toList();
  }

  private static void addEvents(
      ICalendar calendar, Instances instances, ZoneId zone, Map<String, Slots> busy)
      throws UnreadableCalendarException {
    var zones = new Zones(calendar.getTimezoneInfo(), zone);
    for (var sameName : byName(calendar, zones).entrySet()) {
      var slots = busy.computeIfAbsent(sameName.getKey(), name -> new Slots());
      var replaced = replaced(sameName.getValue(), zones);
      for (var event : sameName.getValue()) {
        var own = event.getProperty(RecurrenceId.class) == null ? replaced : Set.<Instant>of();
        var found = instances.of(new Event(event, zones), own);
        if (Event.isBusy(event)) {
          slots.add(found, Event.isTentative(event));
        }
      }
    }
  }

  private static Map<String, List<VEvent>> byName(ICalendar calendar, Zones zones)
      throws UnreadableCalendarException {
    var all = new LinkedHashMap<String, List<VEvent>>();
    for (var event : calendar.getEvents()) {
      var uid = event.getUid() == null ? null : event.getUid().getValue();
      var name = uid == null || uid.isBlank() ? nameless(event, zones) : uid;
      all.computeIfAbsent(name, n -> new ArrayList<>()).add(event);
    }
    return all;
  }

  private static String nameless(VEvent event, Zones zones) throws UnreadableCalendarException {
    return "nameless-" + new Event(event, zones).start().instant().getEpochSecond();
  }

  /** The starts that another event of the same UID stands for. */
  private static Set<Instant> replaced(List<VEvent> events, Zones zones)
      throws UnreadableCalendarException {
    var starts = new HashSet<Instant>();
    for (var event : events) {
      var id = event.getRecurrenceId();
      if (id != null) {
        if (id.getRange() != null) {
          throw UnreadableCalendarException.garbled("a change of all later dates is not known");
        }
        starts.add(zones.wall(id, id.getValue()).instant());
      }
    }
    return starts;
  }

  private static void addFreeBusy(ICalendar calendar, Instances instances, Map<String, Slots> busy)
      throws UnreadableCalendarException {
    for (var sheet : calendar.getComponents(VFreeBusy.class)) {
      var name = sheet.getUid() == null ? "free-busy" : sheet.getUid().getValue();
      var slots = busy.computeIfAbsent(name, n -> new Slots());
      slots.add(instances.of(sheet), false);
    }
  }
}
