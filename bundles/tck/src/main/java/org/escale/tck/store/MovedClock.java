package org.escale.tck.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved. Safe for many threads. */
public final class MovedClock extends Clock {
  private volatile Instant now;

  /** Stands at that instant. */
  public MovedClock(Instant start) {
    this.now = start;
  }

  /** Moves it forward. */
  public void advance(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("instants are UTC");
  }
}
