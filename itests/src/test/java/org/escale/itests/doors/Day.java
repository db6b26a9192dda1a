package org.escale.itests.doors;

import static org.junit.Assert.assertFalse;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.escale.itests.process.EscaleProcess;

/** A working day: the clock stands at half past nine, bookings begin at noon. */
record Day(Door rest, Instant from) {
  private static final ZoneId BELGIUM = ZoneId.of("Europe/Brussels");

  /** Moves that sandbox's clock to the next Tuesday, where it stands: both doors at one time. */
  static Day of(EscaleProcess escale) {
    var morning =
        Clock.system(BELGIUM)
            .instant()
            .atZone(BELGIUM)
            .with(TemporalAdjusters.next(DayOfWeek.TUESDAY))
            .with(LocalTime.of(9, 30));
    var clock = "{\"now\":\"" + morning.toInstant() + "\",\"stand\":true}";
    escale.clock(clock);
    return new Day(
        new RestDoor(escale.http(escale.accounts().first("member"))),
        morning.with(LocalTime.NOON).toInstant());
  }

  /** Desks near Namur at noon. */
  Ask search() {
    return Ask.of(
        "SearchAvailability",
        "lat",
        "50.4669",
        "lon",
        "4.8675",
        "from",
        from.toString(),
        "to",
        from.plus(1, ChronoUnit.HOURS).toString(),
        "kind",
        "DESK",
        "limit",
        "20");
  }

  /** The nearest desk, so many hours after noon. */
  Ask book(int slot) {
    var desks = rest.ask(search()).all("spaceId");
    assertFalse("a desk is free", desks.isEmpty());
    var start = from.plus(slot, ChronoUnit.HOURS);
    return Ask.of(
        "Book",
        "spaceId",
        desks.get(0),
        "from",
        start.toString(),
        "to",
        start.plus(1, ChronoUnit.HOURS).toString());
  }
}
