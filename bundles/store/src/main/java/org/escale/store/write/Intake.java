package org.escale.store.write;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.escale.caller.RequestKey;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where committers queue for the writer, at most 4,096 of them. Safe for many threads. */
final class Intake {
  private static final int BATCH = 256;
  private static final int QUEUE = 4096;

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  /** How long a committer waits. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final BlockingQueue<Task> queue = new ArrayBlockingQueue<>(QUEUE);
  private final Underway underway = new Underway();
  private volatile boolean closed;

  /**
   * Queues a task and waits for what comes of it.
   *
   * @throws StoreException if that is not known within 10 seconds
   */
  CommitOutcome commit(Task task) {
    underway.begin(task);
    if (closed || !queue.offer(task)) {
      var full = new StoreException("too much waits to be written", new IllegalStateException());
      task.fail(full);
      throw full;
    }
    return task.await(PATIENCE);
  }

  /**
   * Waits until no change under that key is being written.
   *
   * @throws StoreException if that takes longer than 10 seconds
   */
  void settle(String producer, RequestKey request) {
    underway.await(producer, request, PATIENCE);
  }

  /** Up to 256 tasks, as soon as there is one; none when a second passed without any. */
  List<Task> next() throws InterruptedException {
    var tasks = new ArrayList<Task>();
    Optional.ofNullable(queue.poll(1, TimeUnit.SECONDS)).ifPresent(tasks::add);
    queue.drainTo(tasks, BATCH - tasks.size());
    tasks.removeIf(task -> !task.take());
    return tasks;
  }

  /** Takes no more; {@code wake} is a task that ends the waiting. */
  void close(Task wake) {
    closed = true;
    if (wake.take() && queue.offer(wake)) {
      LOG.debug("woken to end");
    }
  }

  boolean isClosed() {
    return closed;
  }

  /** Whether nothing comes any more. */
  boolean isOver() {
    return closed && queue.isEmpty();
  }

  /** Tells those who came too late. */
  void refuseTheRest(Drafting drafting) {
    var late = new ArrayList<Task>();
    queue.drainTo(late);
    new Batch(drafting, late).fail(new SQLException("the store is closed"));
  }
}
