package org.escale.libraries.icalendar;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.Status;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Optional;
import org.escale.word.TimeSlot;

/**
 * What we write into a centre's calendar. The same event gives the same text.
 *
 * @param slot in whole seconds
 * @param until when somebody who finds it only held may take it away
 * @param label what the centre's staff reads
 */
public record OwnEvent(String uid, TimeSlot slot, boolean tentative, Instant until, String label) {
  private static final String UNTIL = "X-ESCALE-UNTIL";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** The same, firm. */
  public OwnEvent firm() {
    return new OwnEvent(uid, slot, false, until, label);
  }

  /** As a calendar of one event. */
  public String text() {
    var event = new VEvent();
    event.setUid(uid);
    // the hold's own end, so that a second try writes the same text
    event.setDateTimeStamp(Date.from(until));
    event.setDateStart(Date.from(slot.from()));
    event.setDateEnd(Date.from(slot.to()));
    event.setStatus(tentative ? Status.tentative() : Status.confirmed());
    event.setSummary(label);
    event.addExperimentalProperty(UNTIL, STAMP.format(until));
    var calendar = new ICalendar();
    calendar.setProductId("-//Escale//Centres//EN");
    calendar.addEvent(event);
    var text = new StringWriter();
    try (var writer = new ICalWriter(text, biweekly.ICalVersion.V2_0)) {
      writer.write(calendar);
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return text.toString();
  }

  /**
   * The event of ours that this text is; empty if somebody else wrote it, or wrote into it what we
   * never write.
   *
   * @throws UnreadableCalendarException if it is no calendar
   */
  public static Optional<OwnEvent> of(String text) throws UnreadableCalendarException {
    var calendars = CalendarText.parse(text);
    if (calendars.size() != 1 || calendars.get(0).getEvents().size() != 1) {
      return Optional.empty();
    }
    var event = calendars.get(0).getEvents().get(0);
    var until = event.getExperimentalProperty(UNTIL);
    if (until == null || event.getSummary() == null || event.getUid() == null) {
      return Optional.empty();
    }
    var alone = event.getRecurrenceRule() == null && event.getRecurrenceDates().isEmpty();
    return alone && Event.isBusy(event) ? read(event, until.getValue()) : Optional.empty();
  }

  private static Optional<OwnEvent> read(VEvent event, String until) {
    if (event.getDateStart() == null || event.getDateEnd() == null) {
      return Optional.empty();
    }
    try {
      var slot =
          new TimeSlot(
              event.getDateStart().getValue().toInstant(),
              event.getDateEnd().getValue().toInstant());
      return Optional.of(
          new OwnEvent(
              event.getUid().getValue(),
              slot,
              Event.isTentative(event),
              STAMP.parse(until, Instant::from),
              event.getSummary().getValue()));
    } catch (DateTimeException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
