package org.escale.libraries.icalendar;

import static org.escale.libraries.icalendar.Texts.busy;
import static org.escale.libraries.icalendar.Texts.calendar;
import static org.escale.libraries.icalendar.Texts.event;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

/** A text is read as a whole or not at all (CF8), and nothing of it is repeated (CA4). */
public class GarbageTest {
  private static final String GOOD =
      calendar(event("DTSTART:20270510T080000Z", "DTEND:20270510T090000Z"));
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  @Test
  public void cf8_whatIsNoCalendarIsNotRead() {
    for (var text : List.of("", "canary-marie-dupont", "<html>canary-marie-dupont</html>")) {
      assertGarbled(text);
    }
  }

  @Test
  public void cf8_aPartOfACalendarIsNotRead() {
    for (int end = GOOD.length() - 3; end > 0; end -= 7) {
      assertGarbled(GOOD.substring(0, end));
    }
  }

  @Test
  public void cf8_aTimeThatCannotBeReadSpoilsTheWhole() {
    var good = "DTSTART:20270510T080000Z\r\n";
    assertGarbled(calendar(event("DTSTART:canary-marie-dupont")));
    assertGarbled(calendar(event("DTEND:20270510T080000Z")));
    assertGarbled(calendar(event(good + "DTEND:20270509T080000Z")));
    assertGarbled(calendar(event(good + "DURATION:canary-marie-dupont")));
    assertGarbled(calendar(event(good + "RRULE:canary-marie-dupont")));
    assertGarbled(calendar(event(good + "RRULE:FREQ=canary-marie-dupont")));
    assertGarbled(calendar(event(good + "EXDATE:canary-marie-dupont")));
    assertGarbled(calendar(event(good + "RDATE:canary-marie-dupont")));
    assertGarbled(calendar(event(good + "RECURRENCE-ID:canary-marie-dupont")));
    assertGarbled(calendar(event(good + "RECURRENCE-ID;RANGE=THISANDFUTURE:20270511T080000Z")));
  }

  @Test
  public void moreThanTheLimitIsAFlood() {
    var seconds =
        calendar(event("DTSTART:20270101T000000Z", "DURATION:PT1S", "RRULE:FREQ=SECONDLY"));
    assertFlooding(seconds);
    assertFlooding(GOOD + "X".repeat(5_000_000));
  }

  @Test
  public void aSeriesWithoutEndTakesNoTimeWithoutEnd() {
    for (var rule :
        List.of(
            "FREQ=SECONDLY;COUNT=2000000000",
            "FREQ=SECONDLY",
            "FREQ=MINUTELY;BYSETPOS=1",
            "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=366")) {
      var text = calendar(event("DTSTART:19700101T000000Z", "DURATION:PT1S", "RRULE:" + rule));
      var began = System.nanoTime();
      try {
        busy(text);
      } catch (UnreadableCalendarException flooded) {
        assertTrue(flooded.flooding());
      }
      assertTrue(rule, System.nanoTime() - began < PATIENCE_NANOS);
    }
  }

  private static void assertGarbled(String text) {
    var refused = assertThrows(text, UnreadableCalendarException.class, () -> busy(text));
    assertFalse(refused.flooding());
    assertFalse(refused.getMessage().contains("canary"));
    assertEquals(null, refused.getCause());
  }

  private static void assertFlooding(String text) {
    assertTrue(assertThrows(UnreadableCalendarException.class, () -> busy(text)).flooding());
  }
}
