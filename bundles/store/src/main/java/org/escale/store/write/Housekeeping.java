package org.escale.store.write;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.escale.store.sql.Nanos;

/** What the writer does when it has time: forgets keys that no longer count, once an hour. */
final class Housekeeping {
  private static final Duration EVERY = Duration.ofHours(1);

  private final Clock clock;
  private Instant last = Instant.MIN;

  Housekeeping(Clock clock) {
    this.clock = clock;
  }

  void tidy(Ownership owner) throws SQLException {
    var now = clock.instant();
    if (last.isBefore(now.minus(EVERY))) {
      owner.forget(Nanos.near(now.minus(Answers.LIFE)));
      last = now;
    }
  }
}
