package org.escale.libraries.icalendar;

import static org.escale.libraries.icalendar.Texts.busy;
import static org.escale.libraries.icalendar.Texts.calendar;
import static org.escale.libraries.icalendar.Texts.event;
import static org.escale.libraries.icalendar.Texts.lines;
import static org.escale.libraries.icalendar.Texts.slot;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.junit.Test;

/** By which clock a time is read. */
public class ZonesTest {
  /** As khal 0.10 writes it for an event of summer: with nothing but the offset of winter. */
  private static final String TRUNCATED =
      lines(
          "BEGIN:VTIMEZONE",
          "TZID:Europe/Brussels",
          "BEGIN:STANDARD",
          "DTSTART:20261025T020000",
          "TZNAME:CET",
          "TZOFFSETFROM:+0200",
          "TZOFFSETTO:+0100",
          "END:STANDARD",
          "END:VTIMEZONE");

  private static final String WINDOWS =
      lines(
          "BEGIN:VTIMEZONE",
          "TZID:Romance Standard Time",
          "BEGIN:STANDARD",
          "DTSTART:16010101T030000",
          "TZOFFSETFROM:+0200",
          "TZOFFSETTO:+0100",
          "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
          "END:STANDARD",
          "BEGIN:DAYLIGHT",
          "DTSTART:16010101T020000",
          "TZOFFSETFROM:+0100",
          "TZOFFSETTO:+0200",
          "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
          "END:DAYLIGHT",
          "END:VTIMEZONE");

  @Test
  public void aNameOfTheWorldIsTrustedOverTheRulesBesideIt() throws Exception {
    assertSummerAndWinter(TRUNCATED, ";TZID=Europe/Brussels");
  }

  @Test
  public void aNameOfTheWorldNeedsNoRules() throws Exception {
    assertSummerAndWinter("", ";TZID=Europe/Brussels");
  }

  @Test
  public void aNameBehindAProgramsOwnIsTheWorlds() throws Exception {
    assertSummerAndWinter("", ";TZID=/freeassociation.sourceforge.net/Europe/Brussels");
    assertSummerAndWinter("", ";TZID=/mozilla.org/20050126_1/Europe/Brussels");
  }

  @Test
  public void anyOtherNameIsReadByTheRulesBesideIt() throws Exception {
    assertSummerAndWinter(WINDOWS, ";TZID=Romance Standard Time");
  }

  @Test
  public void aTimeWithoutAZoneIsTheCentres() throws Exception {
    assertSummerAndWinter("", "");
  }

  @Test
  public void aZoneThatNobodyKnowsIsNotGuessed() {
    var text = calendar(event("DTSTART;TZID=Room 12:20270510T090000", "DURATION:PT1H"));
    assertThrows(UnreadableCalendarException.class, () -> busy(text));
  }

  private static void assertSummerAndWinter(String rules, String zone) throws Exception {
    var summer = event("DTSTART" + zone + ":20270510T090000", "DURATION:PT1H");
    var winter = event("DTSTART" + zone + ":20271210T090000", "DURATION:PT1H");
    assertEquals(
        List.of(
            slot("2027-05-10T09:00", "2027-05-10T10:00"),
            slot("2027-12-10T09:00", "2027-12-10T10:00")),
        busy(calendar(rules, summer, winter)));
  }
}
