package org.escale.core.plugins;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Opens links each on a thread of its own, so that one that takes long holds up nobody else (A3).
 * Safe for many threads.
 *
 * @param <K> what tells links apart
 */
public final class Openings<K> {
  private static final Duration A_MOMENT = Duration.ofMillis(200);
  private final Set<K> running = ConcurrentHashMap.newKeySet();

  /** Begins it, unless it is being done already, and waits for it for 200 ms at most. */
  public void begin(K which, Runnable opening) {
    if (running.add(which)) {
      var thread = new Thread(() -> done(which, opening), "escale-opening " + which);
      thread.setDaemon(true);
      thread.start();
      try {
        thread.join(A_MOMENT.toMillis());
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Whether any is being done. */
  boolean running() {
    return !running.isEmpty();
  }

  private void done(K which, Runnable opening) {
    try {
      opening.run();
    } finally {
      running.remove(which);
    }
  }
}
