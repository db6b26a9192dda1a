package org.escale.federation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;

/** Turns what a clock on the wall shows into an instant, and never guesses (law E4). */
public final class WallTime {
  private WallTime() {}

  /**
   * The instant of {@code wall} in {@code zone}. {@code WALL_TIME_MISSING} names both neighbours as
   * wall times, {@code before} and {@code after} the gap; {@code WALL_TIME_TWICE} names both
   * instants, {@code first} and {@code second}.
   */
  public static Outcome<Instant> instant(LocalDateTime wall, ZoneId zone) {
    var offsets = zone.getRules().getValidOffsets(wall);
    if (offsets.size() == 1) {
      return Outcome.done(wall.toInstant(offsets.get(0)));
    }
    return offsets.isEmpty()
        ? refused(RefusalCode.WALL_TIME_MISSING, missing(wall, zone))
        : refused(
            RefusalCode.WALL_TIME_TWICE,
            Map.of(
                "first", wall.toInstant(offsets.get(0)).toString(),
                "second", wall.toInstant(offsets.get(1)).toString()));
  }

  private static Map<String, String> missing(LocalDateTime wall, ZoneId zone) {
    var gap = zone.getRules().getTransition(wall);
    return Map.of(
        "before", gap.getDateTimeBefore().minusSeconds(1).toString(),
        "after", gap.getDateTimeAfter().toString(),
        "zone", zone.getId());
  }

  private static Outcome<Instant> refused(RefusalCode code, Map<String, String> details) {
    return Outcome.refused(new Refusal(code, details));
  }
}
