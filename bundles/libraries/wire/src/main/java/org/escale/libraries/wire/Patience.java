package org.escale.libraries.wire;

import java.time.Duration;

/** How long somebody still waits; begun once for all that one call asks. Real time. */
public final class Patience {
  private final long end;

  private Patience(Duration whole) {
    end = System.nanoTime() + whole.toNanos();
  }

  /** From now on. */
  public static Patience of(Duration whole) {
    return new Patience(whole);
  }

  /** What is left, at least a millisecond. */
  public Duration left() {
    var nanos = Math.max(end - System.nanoTime(), 1_000_000);
    return Duration.ofNanos(nanos);
  }

  /** Whether it has ended. */
  public boolean ended() {
    return System.nanoTime() - end >= 0;
  }
}
