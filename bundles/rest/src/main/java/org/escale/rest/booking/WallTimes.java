package org.escale.rest.booking;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Optional;
import org.escale.federation.WallTime;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.rest.call.Call;
import org.escale.rest.call.Need;
import org.escale.rest.problem.RefusedException;

/** Reads times that come as instants or in the wall time of a zone (law E4). */
final class WallTimes {
  private WallTimes() {}

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

  private static Instant instant(String field, LocalDateTime wall, ZoneId zone) {
    var outcome = WallTime.instant(wall, zone);
    if (outcome instanceof Outcome.Refused<Instant> no) {
      var details = new HashMap<>(no.refusal().details());
      details.put("field", field);
      throw new RefusedException(new Refusal(no.refusal().code(), details));
    }
    return Call.done(outcome);
  }
}
