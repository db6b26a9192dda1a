package org.escale.federation;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.federation.OpeningHours.Hours;
import org.escale.word.TimeSlot;
import org.junit.Test;

public class OpeningHoursTest {
  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  private static final LocalDate SPRING = LocalDate.of(2027, 3, 28);
  private static final LocalDate AUTUMN = LocalDate.of(2027, 10, 31);

  @Test
  public void e4_theDayOfTheSpringChangeHas23HoursAndThatOfAutumn25() {
    var always = OpeningHours.always(BRUSSELS);
    assertEquals(Duration.ofHours(23), always.on(SPRING).get(0).length());
    assertEquals(Duration.ofHours(25), always.on(AUTUMN).get(0).length());
  }

  @Test
  public void e4_nineOClockIsAnotherInstantAfterTheChange() {
    var hours = open(SUNDAY, "09:00", "17:00");
    assertEquals(Instant.parse("2027-03-28T07:00:00Z"), hours.on(SPRING).get(0).from());
    assertEquals(Instant.parse("2027-10-31T08:00:00Z"), hours.on(AUTUMN).get(0).from());
  }

  @Test
  public void e4_hoursThatTheClockSkipsAreNotOpen() {
    assertEquals(List.of(), open(SUNDAY, "02:10", "02:50").on(SPRING));
    var across = open(SUNDAY, "01:00", "02:30").on(SPRING).get(0);
    assertEquals(Duration.ofHours(1), across.length());
  }

  @Test
  public void e4_hoursThatTheClockRepeatsAreOpenBothTimes() {
    assertEquals(Duration.ofHours(2), open(SUNDAY, "02:00", "03:00").on(AUTUMN).get(0).length());
  }

  @Test
  public void staysOpenAcrossMidnightWhereTimesTouch() {
    var always = OpeningHours.always(BRUSSELS);
    var slot =
        new TimeSlot(Instant.parse("2027-03-27T22:00:00Z"), Instant.parse("2027-03-28T22:30:00Z"));
    assertTrue(always.covers(slot));
  }

  @Test
  public void closesAtItsHourAndOnItsClosedDates() {
    var hours =
        new OpeningHours(
            BRUSSELS, Map.of(MONDAY, List.of(nine())), Set.of(LocalDate.of(2027, 5, 17)));
    var monday = Instant.parse("2027-05-10T08:00:00Z");
    assertEquals(Optional.of(Instant.parse("2027-05-10T15:00:00Z")), hours.openUntil(monday));
    assertEquals(Optional.empty(), hours.openUntil(monday.plus(Duration.ofDays(7))));
    assertEquals(Optional.empty(), hours.openUntil(Instant.parse("2027-05-10T15:00:00Z")));
    assertFalse(hours.covers(new TimeSlot(monday, Instant.parse("2027-05-10T15:00:01Z"))));
  }

  private static Hours nine() {
    return new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0));
  }

  private static OpeningHours open(DayOfWeek day, String from, String to) {
    var hours = new Hours(LocalTime.parse(from), LocalTime.parse(to));
    return new OpeningHours(BRUSSELS, Map.of(day, List.of(hours)), Set.of());
  }
}
