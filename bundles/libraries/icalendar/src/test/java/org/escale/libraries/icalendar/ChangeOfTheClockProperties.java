package org.escale.libraries.icalendar;

import static org.escale.libraries.icalendar.Texts.BRUSSELS;
import static org.escale.libraries.icalendar.Texts.calendar;
import static org.escale.libraries.icalendar.Texts.event;
import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.escale.word.TimeSlot;

/**
 * CF2 over both changes of the clock of 2027: a daily series stays at its wall time, and each of
 * its dates takes the same time.
 */
class ChangeOfTheClockProperties {
  private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
  private static final List<LocalDate> CHANGES =
      List.of(LocalDate.of(2027, 3, 28), LocalDate.of(2027, 10, 31));
  private static final int DAYS = 6;

  @Property(tries = 300)
  void cf2_aSeriesStaysAtItsWallTime(
      @ForAll boolean autumn,
      @ForAll @IntRange(min = 0, max = 1439) int minute,
      @ForAll @IntRange(min = 1, max = 600) int minutes)
      throws UnreadableCalendarException {
    var first = change(autumn).minusDays(3).atStartOfDay().plusMinutes(minute);
    var text =
        calendar(
            event(
                "DTSTART;TZID=Europe/Brussels:" + WRITTEN.format(first),
                "DTEND;TZID=Europe/Brussels:" + WRITTEN.format(first.plusMinutes(minutes)),
                "RRULE:FREQ=DAILY;COUNT=" + DAYS));
    var expected = new ArrayList<TimeSlot>();
    for (int day = 0; day < DAYS; day++) {
      var start = byHand(first.plusDays(day), autumn);
      expected.add(new TimeSlot(start, start.plus(Duration.ofMinutes(minutes))));
    }
    assertEquals(expected, Texts.busy(text));
  }

  @Property(tries = 100)
  void cf1_aWindowGivesWhatOverlapsItAndNothingElse(
      @ForAll boolean autumn,
      @ForAll @IntRange(min = -3000, max = 9000) int from,
      @ForAll @IntRange(min = 1, max = 3000) int length)
      throws UnreadableCalendarException {
    var first = change(autumn).minusDays(3).atTime(22, 30);
    var text =
        calendar(
            event(
                "DTSTART;TZID=Europe/Brussels:" + WRITTEN.format(first),
                "DURATION:PT5H",
                "RRULE:FREQ=DAILY;COUNT=" + DAYS));
    var begin = first.atZone(BRUSSELS).toInstant().plus(Duration.ofMinutes(from));
    var window = new TimeSlot(begin, begin.plus(Duration.ofMinutes(length)));
    var all = Texts.busy(text);
    assertEquals(DAYS, all.size());
    assertEquals(all.stream().filter(window::overlaps).toList(), Texts.busy(text, window));
  }

  private static LocalDate change(boolean autumn) {
    return CHANGES.get(autumn ? 1 : 0);
  }

  /** The rule of Brussels by hand: two hours ahead between the changes, each at 01:00 UTC. */
  private static Instant byHand(LocalDateTime wall, boolean autumn) {
    var summer = wall.toInstant(ZoneOffset.ofHours(2));
    var winter = wall.toInstant(ZoneOffset.ofHours(1));
    var change = change(autumn).atTime(1, 0).toInstant(ZoneOffset.UTC);
    if (autumn) {
      return summer.isBefore(change) ? summer : winter;
    }
    return winter.isBefore(change.plus(Duration.ofHours(1))) ? winter : summer;
  }
}
