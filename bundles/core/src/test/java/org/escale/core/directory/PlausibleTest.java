package org.escale.core.directory;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.escale.core.fixture.House;
import org.escale.core.fixture.Words;
import org.escale.federation.Centre;
import org.escale.federation.CentreProfile;
import org.escale.federation.OpeningHours;
import org.escale.federation.OpeningHours.Hours;
import org.escale.refusal.RefusalCode;
import org.junit.Test;

public class PlausibleTest {
  @Test
  public void openingTimesAreInOrderAndDoNotOverlap() {
    assertTrue(Plausible.hours(open("08:00-12:00", "13:00-18:00")));
    assertTrue(Plausible.hours(open("08:00-12:00", "12:00-00:00")));
    assertTrue(Plausible.hours(open("00:00-00:00")));
    assertFalse(Plausible.hours(open("08:00-12:00", "11:59-18:00")));
    assertFalse(Plausible.hours(open("13:00-18:00", "08:00-12:00")));
    assertFalse(Plausible.hours(open("18:00-08:00")));
    assertFalse(Plausible.hours(open("08:00-00:00", "13:00-18:00")));
  }

  @Test
  public void aCentreThatCannotBeIsRefusedByTheNameOfItsField() {
    try (var house = new House()) {
      house.put(Words.site("n", 50, 4));
      var directory = house.directory();
      refused(
          RefusalCode.INVALID_FIELD, directory.save(house.federation(), open("18:00-08:00"), 0));
      var minus = new CentreProfile(-1, 200, 10, 2, Set.of(), true, 100, true);
      var centre = open("08:00-18:00");
      refused(RefusalCode.INVALID_FIELD, directory.save(house.federation(), centre.with(minus), 0));
      done(directory.save(house.federation(), centre, 0));
    }
  }

  private static Centre open(String... times) {
    var day =
        Arrays.stream(times)
            .map(time -> time.split("-", -1))
            .map(t -> new Hours(LocalTime.parse(t[0]), LocalTime.parse(t[1])))
            .toList();
    return Words.centre(
        "n", "acme", new OpeningHours(House.BRUSSELS, Map.of(DayOfWeek.MONDAY, day), Set.of()));
  }
}
