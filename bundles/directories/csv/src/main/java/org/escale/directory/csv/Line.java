package org.escale.directory.csv;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.escale.spi.directory.DirectoryException;
import org.escale.spi.directory.DirectoryException.Trouble;

/**
 * One thread for the files, so that a disk which hangs holds nobody longer than the deadline. Safe
 * for many threads.
 */
final class Line implements AutoCloseable {
  private static final int WAITING = 10;

  private final Duration deadline;
  private final ThreadPoolExecutor thread;

  Line(Duration deadline) {
    this.deadline = deadline;
    thread =
        new ThreadPoolExecutor(
            1, 1, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), Line::thread);
    thread.allowCoreThreadTimeOut(true);
  }

  <T> T ask(Callable<T> job) throws DirectoryException {
    Future<T> answer;
    try {
      answer = thread.submit(job);
    } catch (RejectedExecutionException full) {
      throw silent("too many wait for the files");
    }
    try {
      return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw understood(failed.getCause());
    } catch (TimeoutException slow) {
      answer.cancel(true);
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
  }

  /** What a disk says may name somebody, so it is not repeated. */
  private static DirectoryException understood(Throwable cause) {
    if (cause instanceof DirectoryException known) {
      return known;
    }
    if (cause instanceof IOException) {
      return silent("the files are not reached, or change while they are read");
    }
    throw new IllegalStateException(cause);
  }

  private static DirectoryException silent(String sentence) {
    return new DirectoryException(Trouble.UNAVAILABLE, sentence);
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "csv-directory");
    thread.setDaemon(true);
    return thread;
  }
}
