package org.escale.core.steward;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Runs work of different lanes side by side and that of one lane in its order, so that what is slow
 * delays only its own lane. At most 64 lanes run at once; 10,000 pieces of work wait. Safe for many
 * threads.
 */
final class Lanes implements AutoCloseable {
  private static final int THREADS = 64;
  private static final int MOST = 10_000;

  private final Map<String, Deque<Piece>> lanes = new HashMap<>();
  private final Deque<String> idle = new ArrayDeque<>();
  private final Set<String> keys = new HashSet<>();
  private final ExecutorService pool = Executors.newCachedThreadPool(Lanes::thread);
  private int running;
  private boolean worked;

  private record Piece(String key, Runnable work) {}

  /** Takes it, unless work under that key is here already or too much waits; whether it did. */
  synchronized boolean take(String lane, String key, Runnable work) {
    if (keys.size() >= MOST || !keys.add(key)) {
      return false;
    }
    worked = true;
    var waiting = lanes.get(lane);
    if (waiting == null) {
      lanes.put(lane, new ArrayDeque<>());
      lanes.get(lane).add(new Piece(key, work));
      idle.add(lane);
      start();
    } else {
      waiting.add(new Piece(key, work));
    }
    return true;
  }

  /** How much is here. */
  synchronized int size() {
    return keys.size();
  }

  /** Waits until nothing is here, at most so long; whether anything was since it was asked last. */
  synchronized boolean settle(Duration limit) throws InterruptedException {
    var end = System.nanoTime() + limit.toNanos();
    for (var left = limit.toNanos(); !keys.isEmpty() && left > 0; left = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    var since = worked;
    worked = !keys.isEmpty();
    return since;
  }

  /** Stops its threads. */
  @Override
  public void close() {
    pool.shutdownNow();
  }

  private void start() {
    if (running < THREADS) {
      running++;
      pool.execute(this::run);
    }
  }

  private void run() {
    for (var lane = another(); lane.isPresent(); lane = another()) {
      for (var piece = next(lane.get()); piece.isPresent(); piece = next(lane.get())) {
        try {
          piece.get().work().run();
        } finally {
          done(piece.get());
        }
      }
    }
  }

  /** A lane that nobody works on; none ends this worker. */
  private synchronized Optional<String> another() {
    var lane = Optional.ofNullable(idle.poll());
    if (lane.isEmpty()) {
      running--;
    }
    return lane;
  }

  /** The next of that lane; none ends the lane. */
  private synchronized Optional<Piece> next(String lane) {
    var piece = Optional.ofNullable(lanes.get(lane).poll());
    if (piece.isEmpty()) {
      lanes.remove(lane);
    }
    return piece;
  }

  private synchronized void done(Piece piece) {
    keys.remove(piece.key());
    notifyAll();
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "escale-lane");
    thread.setDaemon(true);
    return thread;
  }
}
