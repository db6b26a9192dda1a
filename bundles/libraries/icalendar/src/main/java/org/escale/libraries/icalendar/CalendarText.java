package org.escale.libraries.icalendar;

import biweekly.ICalendar;
import biweekly.io.ParseWarning;
import biweekly.io.text.ICalReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a text as a whole or not at all, where the library would leave out what it cannot read. */
final class CalendarText {
  private static final int LONGEST = 5_000_000;
  private static final String BEGIN = "BEGIN:VCALENDAR";
  private static final String END = "END:VCALENDAR";
  private static final Set<String> OF_TIME =
      Set.of(
          "DTSTART",
          "DTEND",
          "DURATION",
          "RRULE",
          "EXRULE",
          "RDATE",
          "EXDATE",
          "RECURRENCE-ID",
          "FREEBUSY",
          "BEGIN",
          "END");

  /** The library's number of a line that is no property at all. */
  private static final int NO_PROPERTY = 3;

  private CalendarText() {}

  static List<ICalendar> parse(String text) throws UnreadableCalendarException {
    if (text.length() > LONGEST) {
      throw UnreadableCalendarException.flooded("the calendar is longer than 5 MB");
    }
    var trimmed = text.startsWith("\uFEFF") ? text.substring(1).strip() : text.strip();
    if (!begins(trimmed) || !ends(trimmed)) {
      throw UnreadableCalendarException.garbled("this is no calendar, or a part of one");
    }
    var calendars = new ArrayList<ICalendar>();
    try (var reader = new ICalReader(trimmed)) {
      for (var next = reader.readNext(); next != null; next = reader.readNext()) {
        check(reader.getWarnings());
        calendars.add(next);
      }
    } catch (IOException | RuntimeException odd) {
      throw UnreadableCalendarException.garbled("the calendar cannot be read");
    }
    return calendars;
  }

  private static boolean begins(String text) {
    return text.regionMatches(true, 0, BEGIN, 0, BEGIN.length());
  }

  private static boolean ends(String text) {
    return text.regionMatches(true, text.length() - END.length(), END, 0, END.length());
  }

  private static void check(List<ParseWarning> warnings) throws UnreadableCalendarException {
    for (var warning : warnings) {
      var name = warning.getPropertyName();
      var ofTime = name != null && OF_TIME.contains(name.toUpperCase(Locale.ROOT));
      var code = warning.getCode();
      if (ofTime || (code != null && code == NO_PROPERTY)) {
        throw UnreadableCalendarException.garbled("a time of the calendar cannot be read");
      }
    }
  }
}
