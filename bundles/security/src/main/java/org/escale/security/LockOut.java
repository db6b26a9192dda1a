package org.escale.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Counts failed attempts for each name: the fifth within 15 minutes locks the name for 15 minutes.
 *
 * <p>At most 50,000 names are remembered (under 10 MB). More cannot be tried in 15 minutes, because
 * each attempt costs one of two slow hashes, so nobody can flush a lock by trying other names.
 */
final class LockOut {
  static final int FAILURES = 5;
  static final Duration WINDOW = Duration.ofMinutes(15);
  static final int NAMES = 50_000;

  private record Attempts(int count, Instant first, Instant lockedUntil) {}

  private final Clock clock;
  private final Cache<String, Attempts> names =
      Caffeine.newBuilder().maximumSize(NAMES).expireAfterWrite(WINDOW).build();

  LockOut(Clock clock) {
    this.clock = clock;
  }

  /** How long the name stays locked; empty if it is not. */
  Optional<Duration> locked(String name) {
    var attempts = names.getIfPresent(name);
    var now = clock.instant();
    return attempts != null && now.isBefore(attempts.lockedUntil())
        ? Optional.of(Duration.between(now, attempts.lockedUntil()))
        : Optional.empty();
  }

  /**
   * Counts an attempt as failed before it is judged, so that simultaneous ones count too; {@link
   * #succeeded} takes it back.
   */
  void attempted(String name) {
    var now = clock.instant();
    names
        .asMap()
        .compute(
            name,
            (key, before) -> {
              var within = before != null && now.isBefore(before.first().plus(WINDOW));
              var count = within ? before.count() + 1 : 1;
              var first = within ? before.first() : now;
              return new Attempts(count, first, count >= FAILURES ? now.plus(WINDOW) : Instant.MIN);
            });
  }

  /** Forgets the failures of a name whose secret was right. */
  void succeeded(String name) {
    names.invalidate(name);
  }
}
