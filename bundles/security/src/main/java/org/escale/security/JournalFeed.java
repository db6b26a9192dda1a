package org.escale.security;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.escale.spi.store.Journal;
import org.escale.spi.store.StoreException;
import org.escale.word.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands each journal entry after a given one to a listener, in order, on one daemon thread. While
 * the store is away it waits for the next commit and goes on where it stopped.
 */
final class JournalFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JournalFeed.class);
  private static final int BATCH = 1000;

  private final Journal journal;
  private final Consumer<Entry> listener;
  private final AtomicBoolean asked = new AtomicBoolean();
  private final ExecutorService reader = Executors.newSingleThreadExecutor(JournalFeed::thread);
  private final AutoCloseable following;
  private long read; // by the reader thread only, once started

  JournalFeed(Journal journal, long after, Consumer<Entry> listener) {
    this.journal = journal;
    this.listener = listener;
    this.read = after;
    this.following = journal.follow(head -> ask());
    ask();
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "escale-security-journal");
    thread.setDaemon(true);
    return thread;
  }

  private void ask() {
    if (asked.compareAndSet(false, true)) {
      try {
        reader.execute(this::readOn);
      } catch (RejectedExecutionException e) {
        LOG.debug("closed while a commit was told");
      }
    }
  }

  private void readOn() {
    asked.set(false);
    try {
      List<Entry> batch;
      do {
        batch = journal.since(read, BATCH);
        for (var entry : batch) {
          listener.accept(entry);
          read = entry.seq();
        }
      } while (batch.size() == BATCH);
    } catch (StoreException e) {
      LOG.warn("The journal cannot be read after entry {}: {}", read, e.getMessage());
    }
  }

  @Override
  public void close() {
    reader.shutdownNow();
    try {
      following.close();
    } catch (Exception e) {
      LOG.debug("The journal was gone before its follower", e);
    }
  }
}
