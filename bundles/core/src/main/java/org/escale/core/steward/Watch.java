package org.escale.core.steward;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.escale.spi.store.Journal;
import org.escale.spi.store.StoreException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wakes the Steward after each commit, and every second, on one thread of its own. */
@Component(service = Watch.class, immediate = true)
public final class Watch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final long TICK_MILLIS = 1000;

  private final ClockSteward steward;
  private final Semaphore news = new Semaphore(0);
  private final AutoCloseable following;
  private final Thread thread;

  /** Begins at once. */
  @Activate
  public Watch(@Reference ClockSteward steward, @Reference Journal journal) {
    this.steward = steward;
    this.following = journal.follow(head -> news.release());
    this.thread = new Thread(this::keep, "escale-steward");
    thread.setDaemon(true);
    thread.start();
  }

  /** Stops after what is being done. */
  @Override
  @Deactivate
  public void close() {
    thread.interrupt();
    try {
      following.close();
      thread.join(TICK_MILLIS * 10);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.warn("the journal would not let go", e);
    }
  }

  private void keep() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        news.drainPermits();
        runOrWait();
        news.tryAcquire(TICK_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void runOrWait() throws InterruptedException {
    try {
      steward.wake();
    } catch (StoreException away) {
      LOG.warn("the database is away; what is due waits: {}", away.getMessage());
      TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
    } catch (RuntimeException bug) {
      LOG.error("the Steward stumbled", bug);
    }
  }
}
