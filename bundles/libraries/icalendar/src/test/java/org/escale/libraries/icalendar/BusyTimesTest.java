package org.escale.libraries.icalendar;

import static org.escale.libraries.icalendar.Texts.YEAR;
import static org.escale.libraries.icalendar.Texts.busy;
import static org.escale.libraries.icalendar.Texts.calendar;
import static org.escale.libraries.icalendar.Texts.event;
import static org.escale.libraries.icalendar.Texts.lines;
import static org.escale.libraries.icalendar.Texts.slot;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

/** What a calendar's text says of when something is busy: CF1 to CF4. */
public class BusyTimesTest {

  @Test
  public void cf1_whatOnlyTouchesIsNotGivenButNamed() throws Exception {
    var text = calendar(event("DTSTART:20270510T080000Z", "DTEND:20270510T090000Z"));
    var touching = slot("2027-05-10T11:00", "2027-05-10T12:00");
    var entries = BusyTimes.read(text, touching, Texts.BRUSSELS);
    assertEquals(List.of(new BusyEntry("u", List.of(), false)), entries);
    assertEquals(List.of(slot("2027-05-10T10:00", "2027-05-10T11:00")), busy(text));
  }

  @Test
  public void cf2_datesAreLeftOutAddedAndMoved() throws Exception {
    var series =
        event(
            "DTSTART;TZID=Europe/Brussels:20270510T090000",
            "DTEND;TZID=Europe/Brussels:20270510T100000",
            "RRULE:FREQ=DAILY;COUNT=5",
            "EXDATE;TZID=Europe/Brussels:20270511T090000",
            "EXDATE:20270512T070000Z",
            "RDATE;TZID=Europe/Brussels:20270520T090000");
    var moved =
        event(
            "RECURRENCE-ID;TZID=Europe/Brussels:20270513T090000",
            "DTSTART;TZID=Europe/Brussels:20270601T150000",
            "DTEND;TZID=Europe/Brussels:20270601T163000");
    var calledOff =
        event(
            "RECURRENCE-ID:20270514T070000Z",
            "STATUS:CANCELLED",
            "DTSTART:20270514T070000Z",
            "DTEND:20270514T080000Z");
    assertEquals(
        List.of(
            slot("2027-05-10T09:00", "2027-05-10T10:00"),
            slot("2027-05-20T09:00", "2027-05-20T10:00"),
            slot("2027-06-01T15:00", "2027-06-01T16:30")),
        busy(calendar(series, moved, calledOff)));
  }

  @Test
  public void cf2_anAddedPeriodHasItsOwnLength() throws Exception {
    var text =
        calendar(
            event(
                "DTSTART:20270510T080000Z",
                "DURATION:PT30M",
                "RDATE;VALUE=PERIOD:20270511T080000Z/PT2H,20270512T080000Z/20270512T083000Z"));
    assertEquals(
        List.of(
            slot("2027-05-10T10:00", "2027-05-10T10:30"),
            slot("2027-05-11T10:00", "2027-05-11T12:00"),
            slot("2027-05-12T10:00", "2027-05-12T10:30")),
        busy(text));
  }

  @Test
  public void cf2_aSeriesEndsAtItsLastDateInclusive() throws Exception {
    for (var until : List.of("20270512T070000Z", "20270512", "20270512T090000")) {
      var text =
          calendar(
              event(
                  "DTSTART;TZID=Europe/Brussels:20270510T090000",
                  "DURATION:PT1H",
                  "RRULE:FREQ=DAILY;UNTIL=" + until));
      assertEquals(until, 3, busy(text).size());
    }
  }

  @Test
  public void cf2_anOldSeriesIsFoundToday() throws Exception {
    var text =
        calendar(
            event(
                "DTSTART;TZID=Europe/Brussels:19990104T090000",
                "DURATION:PT1H",
                "RRULE:FREQ=WEEKLY;BYDAY=MO,WE"));
    var week = slot("2027-05-10T00:00", "2027-05-17T00:00");
    assertEquals(
        List.of(
            slot("2027-05-10T09:00", "2027-05-10T10:00"),
            slot("2027-05-12T09:00", "2027-05-12T10:00")),
        busy(text, week));
  }

  @Test
  public void cf3_transparentAndCancelledIsNotBusy() throws Exception {
    var times = "DTSTART:20270510T080000Z\r\nDTEND:20270510T090000Z\r\n";
    assertEquals(List.of(), busy(calendar(event(times + "TRANSP:TRANSPARENT"))));
    assertEquals(List.of(), busy(calendar(event(times + "STATUS:CANCELLED"))));
    assertEquals(1, busy(calendar(event(times + "TRANSP:OPAQUE"))).size());
    assertEquals(0, busy(calendar(event("DTSTART:20270510T080000Z"))).size());
  }

  @Test
  public void cf4_aWholeDayIsTheCentresMidnightToMidnight() throws Exception {
    var days = calendar(event("DTSTART;VALUE=DATE:20270327", "DTEND;VALUE=DATE:20270329"));
    assertEquals(List.of(slot("2027-03-27T00:00", "2027-03-29T00:00")), busy(days));
    var yearly = calendar(event("DTSTART;VALUE=DATE:20201031", "RRULE:FREQ=YEARLY"));
    assertEquals(List.of(slot("2027-10-31T00:00", "2027-11-01T00:00")), busy(yearly));
    assertEquals(25, busy(yearly).get(0).length().toHours());
  }

  @Test
  public void heldIsTentativeOnlyIfAllOfItIs() throws Exception {
    var held = event("DTSTART:20270510T080000Z", "DURATION:PT1H", "STATUS:TENTATIVE");
    var firm = event("DTSTART:20270511T080000Z", "DURATION:PT1H", "STATUS:CONFIRMED");
    assertTrue(BusyTimes.read(calendar(held), YEAR, Texts.BRUSSELS).get(0).tentative());
    assertFalse(BusyTimes.read(calendar(held, firm), YEAR, Texts.BRUSSELS).get(0).tentative());
  }

  @Test
  public void aSheetOfFreeAndBusyIsReadToo() throws Exception {
    var sheet =
        lines(
            "BEGIN:VFREEBUSY",
            "UID:f",
            "FREEBUSY;FBTYPE=BUSY:20270510T080000Z/PT1H",
            "FREEBUSY;FBTYPE=FREE:20270511T080000Z/PT1H",
            "END:VFREEBUSY");
    assertEquals(List.of(slot("2027-05-10T10:00", "2027-05-10T11:00")), busy(calendar(sheet)));
  }
}
