package org.escale.box;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What the agent does between its rounds: hears that somebody came or went and has the list
 * renewed, and cuts off again who may be back. What fails is tried again after 2, 4, 8, 16, then
 * each 30 s; the rounds renew the list without it.
 */
final class News implements AutoCloseable {
  private static final long SECOND = 1000;
  private static final long LONGEST = 30 * SECOND;
  private static final int DOUBLINGS = 5;
  private static final long AGAIN = 2 * SECOND;

  private final Listing listing;
  private final Cuts cuts;
  private final ExecutorService threads = Executors.newCachedThreadPool(News::thread);
  private int failed;

  /** Listens from now on. */
  News(Listing listing, Cuts cuts) {
    this.listing = listing;
    this.cuts = cuts;
    threads.execute(() -> always(this::listen));
    threads.execute(() -> always(this::again));
  }

  /** Stops at once, also while it waits. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** Whether nothing of it goes on. */
  boolean ended() {
    return threads.isTerminated();
  }

  /** Does it, and again after as many milliseconds as it says. */
  private void always(LongSupplier work) {
    try {
      while (!threads.isShutdown()) {
        TimeUnit.MILLISECONDS.sleep(work.getAsLong());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private long listen() {
    failed = heard() ? 0 : Math.min(failed + 1, DOUBLINGS);
    return Math.min(SECOND << failed, LONGEST);
  }

  private boolean heard() {
    try {
      return listing.follow();
    } catch (IOException | RuntimeException away) {
      return false; // the next round says why
    }
  }

  private long again() {
    cuts.again();
    return AGAIN;
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "news");
    thread.setDaemon(true);
    return thread;
  }
}
