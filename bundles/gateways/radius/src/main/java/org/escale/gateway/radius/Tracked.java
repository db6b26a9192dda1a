package org.escale.gateway.radius;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.escale.access.GrantId;

/**
 * A session that the gear told of.
 *
 * @param heard when it was last told of, monotonic nanoseconds
 * @param told the latest of what was told, to know a copy
 */
record Tracked(
    String session,
    GrantId grant,
    String user,
    String calling,
    String device,
    Instant since,
    Instant seen,
    long heard,
    Octets octets,
    List<Reading> told) {
  private static final int REMEMBERED = 8;

  static Tracked of(Reading first, GrantId grant, long heard) {
    return new Tracked(
        first.session(),
        grant,
        first.user(),
        first.calling(),
        first.device(),
        first.at(),
        first.at(),
        heard,
        first.octets(),
        List.of(first));
  }

  /** Told of again; an older sign of life takes nothing away. */
  Tracked and(Reading next, long now) {
    var latest = new ArrayList<>(told);
    latest.add(next);
    if (latest.size() > REMEMBERED) {
      latest.remove(0);
    }
    return new Tracked(
        session,
        grant,
        next.user().isEmpty() ? user : next.user(),
        next.calling().isEmpty() ? calling : next.calling(),
        next.calling().isEmpty() ? device : next.device(),
        next.at().isBefore(since) ? next.at() : since,
        next.at().isAfter(seen) ? next.at() : seen,
        now,
        octets.and(next.octets()),
        List.copyOf(latest));
  }

  boolean knows(Reading reading) {
    return told.stream().anyMatch(reading::repeats);
  }

  /** Without who and where. */
  @Override
  public String toString() {
    return "session of " + grant;
  }
}
