package org.escale.libraries.icalendar;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.escale.word.TimeSlot;

/** Calendars written by hand, and what is expected of them. */
final class Texts {
  static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  static final TimeSlot YEAR = slot("2027-01-01T00:00", "2028-01-01T00:00");

  private Texts() {}

  static String event(String... lines) {
    return lines("BEGIN:VEVENT", "UID:u", "SUMMARY:canary-marie-dupont")
        + lines(lines)
        + lines("END:VEVENT");
  }

  static String calendar(String... parts) {
    return lines("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//by hand//EN")
        + String.join("", parts)
        + lines("END:VCALENDAR");
  }

  static String lines(String... lines) {
    return String.join("\r\n", lines) + "\r\n";
  }

  static TimeSlot slot(String from, String to) {
    return new TimeSlot(
        LocalDateTime.parse(from).atZone(BRUSSELS).toInstant(),
        LocalDateTime.parse(to).atZone(BRUSSELS).toInstant());
  }

  static List<TimeSlot> busy(String text) throws UnreadableCalendarException {
    return busy(text, YEAR);
  }

  static List<TimeSlot> busy(String text, TimeSlot within) throws UnreadableCalendarException {
    return BusyTimes.read(text, within, BRUSSELS).stream()
        .flatMap(entry -> entry.slots().stream())
        .toList();
  }
}
