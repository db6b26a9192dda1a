package org.escale.directory.ldap;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends what takes longer than it may, whatever it waits for. Safe for many threads. */
final class Watch implements AutoCloseable {
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1,
          work -> {
            var thread = new Thread(work, "escale-ldap-deadline");
            thread.setDaemon(true);
            return thread;
          });

  Watch() {
    timer.setRemoveOnCancelPolicy(true);
  }

  /** Does that after so long, unless it is cancelled. */
  Future<?> after(Duration time, Runnable end) {
    return timer.schedule(end, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
