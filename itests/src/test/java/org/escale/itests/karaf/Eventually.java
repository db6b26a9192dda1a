package org.escale.itests.karaf;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Awaits a condition inside the container, where the test libraries of outside are not. */
final class Eventually {

  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private Eventually() {}

  /** Fails with the message when the condition does not come true within a minute. */
  static void holds(BooleanSupplier condition, Supplier<String> message) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(message.get());
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
