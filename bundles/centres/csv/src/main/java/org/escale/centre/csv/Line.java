package org.escale.centre.csv;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;

/**
 * Who wants the files stands in line: one thread reads and writes them, so that no two of our own
 * changes cross, and everybody waits no longer than the deadline. What was cut in between is done
 * once more, which every job can bear. Safe for many threads.
 */
final class Line implements AutoCloseable {
  private static final int WAITING = 100;

  private final Shelf shelf;
  private final Duration deadline;
  private final ThreadPoolExecutor thread;

  Line(Shelf shelf, Duration deadline) {
    this.shelf = shelf;
    this.deadline = deadline;
    thread =
        new ThreadPoolExecutor(
            1, 1, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), Line::thread);
    thread.allowCoreThreadTimeOut(true);
  }

  /** Something to do with the files; doing it twice does the same. */
  interface Job<T> {
    T with(Shelf shelf) throws IOException, CentreException;
  }

  <T> T ask(Job<T> job) throws CentreException {
    Future<T> answer;
    try {
      answer = thread.submit(() -> twice(job));
    } catch (RejectedExecutionException full) {
      throw silent("too many wait for the files");
    }
    try {
      return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw understood(failed.getCause());
    } catch (TimeoutException slow) {
      answer.cancel(true);
      shelf.cut();
      throw silent("no answer within the deadline");
    } catch (InterruptedException stopped) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw silent("interrupted");
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    shelf.close();
  }

  private <T> T twice(Job<T> job) throws IOException, CentreException {
    try {
      return job.with(shelf);
    } catch (IOException cut) {
      shelf.cut();
      return job.with(shelf);
    }
  }

  private static CentreException understood(Throwable cause) {
    if (cause instanceof CentreException known) {
      return known;
    }
    if (cause instanceof IOException) {
      return silent("the files are not reached, or change while they are read");
    }
    throw new IllegalStateException(cause);
  }

  private static CentreException silent(String sentence) {
    return new CentreException(Trouble.UNAVAILABLE, sentence);
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "csv-line");
    thread.setDaemon(true);
    return thread;
  }
}
