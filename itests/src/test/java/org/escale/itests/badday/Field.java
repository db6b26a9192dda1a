package org.escale.itests.badday;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.escale.itests.badday.Ledger.Asked;
import org.escale.itests.process.EscaleProcess;

/** Where and when to book: few desks and four weeks, so that clients get in each other's way. */
record Field(List<String> spaces, Instant firstDay, int days) {
  private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
  private static final int FEWEST = 4;
  private static final int DAYS = 28;

  /** Desks near the middle of the country that the demonstration's first member may use. */
  static Field of(EscaleProcess escale) {
    return of(escale, LocalDate.now(ZONE));
  }

  /** The same, after that day of a clock that was moved. */
  static Field of(EscaleProcess escale, LocalDate after) {
    var monday =
        after.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).atTime(9, 30).atZone(ZONE).toInstant();
    var found =
        escale
            .http(escale.accounts().first("member"))
            .get(
                "/api/v1/availability?lat=50.5&lon=4.6&kind=DESK&limit=8&from=%s&to=%s"
                    .formatted(monday, monday.plus(Duration.ofHours(1))));
    assertEquals(found.body(), 200, found.status());
    var spaces = found.json().path("items").findValuesAsText("spaceId");
    assertTrue("there are desks to fight for", spaces.size() >= FEWEST);
    return new Field(spaces, monday, DAYS);
  }

  /** Any desk, any day, any minute as a boundary. */
  Asked wish(Random random) {
    var id = new UUID(random.nextLong(), random.nextLong()).toString();
    var space = spaces.get(random.nextInt(spaces.size()));
    var from =
        firstDay
            .plus(Duration.ofDays(random.nextInt(days)))
            .plus(Duration.ofMinutes(random.nextInt(7 * 60)));
    var to = from.plus(Duration.ofMinutes(1 + random.nextInt(60)));
    var body =
        "{\"id\":\"%s\",\"spaceId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}"
            .formatted(id, space, from, to);
    return new Asked(id, "key-" + id, body);
  }
}
