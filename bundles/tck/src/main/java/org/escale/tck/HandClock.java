package org.escale.tck;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands until somebody moves it; safe for many threads. */
public final class HandClock extends Clock {
  private final AtomicReference<Instant> now;

  /** Stands at {@code start}. */
  public HandClock(Instant start) {
    now = new AtomicReference<>(start);
  }

  /** Goes on by {@code time}. */
  public void advance(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
