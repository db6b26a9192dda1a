package org.escale.gateway.radius;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.escale.spi.gateway.GatewayEvent;

/**
 * Tells the hub what was seen, in order and again until it is on disk; the gear is acknowledged
 * afterwards and not before. One thread of its own.
 */
final class Reports implements AutoCloseable {
  private static final int MOST_WAITING = 10_000;
  private static final int AT_ONCE = 2_000;
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Here here;
  private final Deque<Entry> waiting = new ArrayDeque<>();
  private final Thread thread;
  private volatile boolean closed;

  private record Entry(List<GatewayEvent> events, Runnable kept) {}

  Reports(Here here) {
    this.here = here;
    this.thread = new Thread(this::run, "radius-reports " + here.config().id());
    thread.setDaemon(true);
    thread.start();
  }

  /** Whether so much waits that nothing more can be taken. */
  synchronized boolean full() {
    return waiting.size() >= MOST_WAITING;
  }

  /** Tells these; {@code kept} runs when they, and all before them, are on disk. */
  synchronized void tell(List<GatewayEvent> events, Runnable kept) {
    waiting.addLast(new Entry(events, kept));
    notifyAll();
  }

  private void run() {
    while (!closed) {
      var batch = next();
      if (!batch.isEmpty() && !told(batch)) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private synchronized List<Entry> next() {
    try {
      while (waiting.isEmpty() && !closed) {
        wait();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      closed = true;
    }
    return waiting.stream().limit(AT_ONCE).toList();
  }

  private boolean told(List<Entry> batch) {
    var events = new ArrayList<GatewayEvent>();
    batch.forEach(entry -> events.addAll(entry.events()));
    try {
      if (!events.isEmpty()) {
        here.host().note(events);
      }
    } catch (IOException | RuntimeException keptForLater) {
      return false; // the gear tells it again, and meanwhile it stays here
    }
    synchronized (this) {
      batch.forEach(done -> waiting.removeFirst());
    }
    batch.forEach(entry -> entry.kept().run());
    return true;
  }

  /** Stops within a second, unless the hub is still busy with a batch. */
  @Override
  public void close() {
    closed = true;
    synchronized (this) {
      notifyAll();
    }
    LockSupport.unpark(thread); // no interrupt: it would close the port for all who share it
  }
}
