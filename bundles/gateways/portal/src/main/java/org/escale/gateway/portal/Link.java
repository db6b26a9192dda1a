package org.escale.gateway.portal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Whether a box still speaks to us. By the machine's own time, which no sandbox moves. Safe for
 * many threads.
 */
final class Link {
  /** A box that said nothing for so long does not answer. */
  static final Duration SILENCE = Duration.ofSeconds(15);

  private final CountDownLatch first = new CountDownLatch(1);
  private volatile long heard = System.nanoTime() - SILENCE.toNanos();

  /** The box spoke. */
  void heard() {
    heard = System.nanoTime();
    first.countDown();
  }

  boolean answers() {
    return since().compareTo(SILENCE) < 0;
  }

  Duration since() {
    return Duration.ofNanos(System.nanoTime() - heard);
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
