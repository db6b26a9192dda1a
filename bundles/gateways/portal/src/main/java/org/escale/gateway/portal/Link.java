package org.escale.gateway.portal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Whether a box still speaks to us. By the machine's own time, which no sandbox moves. Safe for
 * many threads.
 */
final class Link {
  /** A box that said nothing for so long does not answer. */
  static final Duration SILENCE = Duration.ofSeconds(15);

  private final CountDownLatch first = new CountDownLatch(1);
  private final LongSupplier nanos;
  private volatile long heard;

  Link() {
    this(System::nanoTime);
  }

  /** By that time. */
  Link(LongSupplier nanos) {
    this.nanos = nanos;
    this.heard = nanos.getAsLong() - SILENCE.toNanos();
  }

  /** The box spoke. */
  void heard() {
    heard = nanos.getAsLong();
    first.countDown();
  }

  boolean answers() {
    return since().compareTo(SILENCE) < 0;
  }

  Duration since() {
    return Duration.ofNanos(nanos.getAsLong() - heard);
  }

  /** Waits for its first word, no longer than that; whether it came. */
  boolean await(Duration longest) {
    try {
      return first.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
