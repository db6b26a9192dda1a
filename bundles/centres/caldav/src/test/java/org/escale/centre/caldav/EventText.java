package org.escale.centre.caldav;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.escale.tck.centre.StaffEvent;

/** iCalendar text written by hand. */
final class EventText {
  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter WALL =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withZone(BRUSSELS);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withZone(BRUSSELS);

  private EventText() {}

  static String of(StaffEvent event, String uid) {
    return lines(
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//staff//EN",
        "BEGIN:VEVENT",
        "UID:" + uid,
        "DTSTAMP:20261101T000000Z",
        "SUMMARY:" + event.summary(),
        times(event),
        "END:VEVENT",
        "END:VCALENDAR",
        "");
  }

  private static String times(StaffEvent event) {
    var from = event.slot().from();
    var to = event.slot().to();
    var utc = lines("DTSTART:" + UTC.format(from), "DTEND:" + UTC.format(to));
    return switch (event.shape()) {
      case ONCE -> utc;
      case TRANSPARENT -> lines(utc, "TRANSP:TRANSPARENT");
      case CANCELLED -> lines(utc, "STATUS:CANCELLED");
      case WHOLE_DAY ->
          lines("DTSTART;VALUE=DATE:" + DAY.format(from), "DTEND;VALUE=DATE:" + DAY.format(to));
      case DAILY -> series(from, to);
    };
  }

  private static String series(Instant from, Instant to) {
    var second = from.atZone(BRUSSELS).plusDays(1).toInstant();
    return lines(
        "DTSTART;TZID=Europe/Brussels:" + WALL.format(from),
        "DTEND;TZID=Europe/Brussels:" + WALL.format(to),
        "RRULE:FREQ=DAILY;COUNT=4",
        "EXDATE;TZID=Europe/Brussels:" + WALL.format(second));
  }

  private static String lines(String... lines) {
    return String.join("\r\n", lines);
  }
}
