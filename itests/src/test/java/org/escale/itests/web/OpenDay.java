package org.escale.itests.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.escale.itests.process.EscaleProcess;

/**
 * A sandbox whose clock stands at ten on a working day, when the demonstration's centres are open.
 */
final class OpenDay {
  private static final ZoneId BELGIUM = ZoneId.of("Europe/Brussels");

  private final Instant opened;
  private final long setAt;

  /** Moves the clock of that sandbox to the next Tuesday's morning. */
  OpenDay(EscaleProcess escale) {
    opened =
        Clock.system(BELGIUM)
            .instant()
            .atZone(BELGIUM)
            .with(TemporalAdjusters.next(DayOfWeek.TUESDAY))
            .with(LocalTime.of(10, 0))
            .toInstant();
    escale.clock("{\"now\":\"" + opened + "\"}");
    setAt = System.nanoTime();
  }

  /** What the sandbox's clock shows now. */
  Instant now() {
    return opened.plus(Duration.ofNanos(System.nanoTime() - setAt));
  }
}
