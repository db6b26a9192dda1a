package org.escale.core.plugins;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens links each on a thread of its own, so that one that takes long holds up nobody else (A3).
 * Safe for many threads.
 *
 * @param <K> what tells links apart
 */
public final class Openings<K> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Openings.class);
  private static final Duration A_MOMENT = Duration.ofMillis(200);
  private final Map<K, Thread> running = new ConcurrentHashMap<>();

  /**
   * Begins it, unless it is being done already, and waits for it for 200 ms at most; whether it was
   * done by then.
   */
  public boolean begin(K which, Runnable opening) {
    var task = new FutureTask<>(() -> done(which, opening), true);
    var thread = new Thread(task, "escale-opening " + which);
    if (running.putIfAbsent(which, thread) != null) {
      return false;
    }
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(A_MOMENT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      LOG.info("{} takes its time to open", which);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException failed) {
      LOG.warn("{} does not open", which, failed.getCause());
    }
    return false;
  }

  /** Whether any is being done. */
  boolean running() {
    return !running.isEmpty();
  }

  /** Interrupts what is being done. */
  @Override
  public void close() {
    running.values().forEach(Thread::interrupt);
  }

  private void done(K which, Runnable opening) {
    try {
      opening.run();
    } finally {
      running.remove(which);
    }
  }
}
