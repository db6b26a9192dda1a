package org.escale.rest.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.escale.service.Feeds.Busy;
import org.escale.service.Feeds.Times;

/**
 * Busy times as an iCalendar file (RFC 5545): times and nothing else. The same times give the same
 * text, so that a digest of it tells whether anything changed.
 */
final class BusyCalendar {
  /** How often programs are asked to look again. */
  static final Duration REFRESH = Duration.ofMinutes(15);

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /**
   * Stands in every file: a calendar must hold something, and programs that find one emptied at
   * once keep what they had. It is long ago and takes nobody's time.
   */
  private static final String ANCHOR =
      """
      BEGIN:VEVENT
      UID:anchor
      DTSTAMP:19700101T000000Z
      DTSTART:19700101T000000Z
      DTEND:19700101T000001Z
      SUMMARY:-
      STATUS:CONFIRMED
      TRANSP:TRANSPARENT
      END:VEVENT
      """;

  private static final String EVENT =
      """
      BEGIN:VEVENT
      UID:%s
      DTSTAMP:%s
      DTSTART:%s
      DTEND:%s
      SUMMARY:Busy
      STATUS:%s
      CLASS:PRIVATE
      TRANSP:OPAQUE
      END:VEVENT
      """;

  private static final String CALENDAR =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//Escale//Busy//EN
      CALSCALE:GREGORIAN
      REFRESH-INTERVAL;VALUE=DURATION:%s
      X-PUBLISHED-TTL:%s
      %sEND:VCALENDAR
      """;

  private BusyCalendar() {}

  /** The file. */
  static String of(Times times) {
    var made = UTC.format(times.feed().createdAt());
    var events = new StringBuilder(ANCHOR);
    times.busy().forEach(busy -> events.append(event(busy, made)));
    return CALENDAR.formatted(REFRESH, REFRESH, events).replace("\n", "\r\n");
  }

  private static String event(Busy busy, String made) {
    var end = busy.slot().to();
    return EVENT.formatted(
        busy.id(),
        made,
        UTC.format(busy.slot().from()),
        UTC.format(whole(end)),
        busy.tentative() ? "TENTATIVE" : "CONFIRMED");
  }

  /** The form has whole seconds; a time is never told shorter than it is. */
  private static Instant whole(Instant end) {
    var floor = end.truncatedTo(ChronoUnit.SECONDS);
    return floor.equals(end) ? end : floor.plusSeconds(1);
  }
}
