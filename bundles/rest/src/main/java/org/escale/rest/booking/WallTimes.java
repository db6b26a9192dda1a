package org.escale.rest.booking;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Map;
import java.util.Optional;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.rest.call.Need;
import org.escale.rest.problem.RefusedException;

/**
 * Wall times of a zone as instants: one that does not exist is refused with both neighbours, one
 * that exists twice is asked for (law E4).
 */
final class WallTimes {
  private WallTimes() {}

  /** The instant of a wall time in that zone. */
  static Instant instant(String field, LocalDateTime local, ZoneId zone) {
    var offsets = zone.getRules().getValidOffsets(local);
    if (offsets.size() == 1) {
      return local.toInstant(offsets.get(0));
    }
    if (offsets.isEmpty()) {
      return missing(field, zone.getRules().getTransition(local));
    }
    throw refused(
        RefusalCode.WALL_TIME_TWICE,
        Map.of(
            "field",
            field,
            "first",
            local.toInstant(offsets.get(0)).toString(),
            "second",
            local.toInstant(offsets.get(1)).toString()));
  }

  private static Instant missing(String field, ZoneOffsetTransition gap) {
    throw refused(
        RefusalCode.WALL_TIME_MISSING,
        Map.of(
            "field", field,
            "before", gap.getDateTimeBefore().minusMinutes(1).toString(),
            "after", gap.getDateTimeAfter().toString(),
            "at", gap.getInstant().toString()));
  }

  private static RefusedException refused(RefusalCode code, Map<String, String> details) {
    return new RefusedException(new Refusal(code, details));
  }

  /** Either the instant or the wall time of a field, whichever is there. */
  static Optional<Instant> either(
      String field, Optional<String> instant, Optional<String> local, ZoneId zone) {
    Need.check(field, instant.isEmpty() || local.isEmpty());
    if (local.isPresent()) {
      var wall = Need.wallTime(field + "Local", local.get());
      return Optional.of(instant(field + "Local", wall, zone));
    }
    return instant.map(text -> Need.instant(field, text));
  }
}
