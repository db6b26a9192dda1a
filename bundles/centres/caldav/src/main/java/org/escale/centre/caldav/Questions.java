package org.escale.centre.caldav;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.escale.word.TimeSlot;

/** What a CalDAV server is asked, as XML. */
final class Questions {
  static final String TYPE = "application/xml; charset=utf-8";

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final String NAMESPACES =
      "xmlns=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\"";

  private Questions() {}

  /** How far the calendar's changes went. */
  static String token() {
    return "<propfind " + NAMESPACES + "><prop><sync-token/></prop></propfind>";
  }

  /** Whose it is who asks, and where their calendars are. */
  static String whose() {
    return "<propfind "
        + NAMESPACES
        + "><prop><current-user-principal/><C:calendar-home-set/><resourcetype/><displayname/>"
        + "</prop></propfind>";
  }

  /** What kind of thing each is, and what it is called. */
  static String kinds() {
    return "<propfind "
        + NAMESPACES
        + "><prop><resourcetype/><displayname/><C:supported-calendar-component-set/>"
        + "</prop></propfind>";
  }

  /** What changed since {@code token}. */
  static String changesSince(String token) {
    return "<sync-collection "
        + NAMESPACES
        + "><sync-token>"
        + escaped(token)
        + "</sync-token><sync-level>1</sync-level><prop><getetag/></prop></sync-collection>";
  }

  /** Events that overlap {@code slot}, as far as the server can tell. */
  static String during(TimeSlot slot, boolean withData) {
    // a second more on both sides: what only touches is told apart here, not there
    var from = UTC.format(slot.from().minusSeconds(1));
    var to = UTC.format(slot.to().plusSeconds(1));
    return query("<C:time-range start=\"" + from + "\" end=\"" + to + "\"/>", withData);
  }

  /** Events that have the property {@code name}. */
  static String having(String name, boolean withData) {
    return query("<C:prop-filter name=\"" + name + "\"/>", withData);
  }

  /** These entries, with their text. */
  static String these(List<String> hrefs) {
    return "<C:calendar-multiget "
        + NAMESPACES
        + ">"
        + properties(true)
        + hrefs.stream()
            .map(href -> "<href>" + escaped(href) + "</href>")
            .collect(Collectors.joining())
        + "</C:calendar-multiget>";
  }

  private static String query(String filter, boolean withData) {
    return "<C:calendar-query "
        + NAMESPACES
        + ">"
        + properties(withData)
        + "<C:filter><C:comp-filter name=\"VCALENDAR\"><C:comp-filter name=\"VEVENT\">"
        + filter
        + "</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>";
  }

  private static String properties(boolean withData) {
    return "<prop><getetag/>" + (withData ? "<C:calendar-data/>" : "") + "</prop>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
