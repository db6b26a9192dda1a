package org.escale.core.snapshot;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.escale.spi.store.Journal;
import org.escale.spi.store.StoreException;
import org.escale.spi.store.Words;
import org.escale.word.Entry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The current snapshot, behind one volatile reference. It follows the journal by itself; whoever
 * committed can also wait until what it wrote is in it. Safe for many threads.
 */
@Component(service = Snapshots.class, immediate = true)
public final class Snapshots implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
  private static final int BATCH = 1000;
  private static final long RETRY_MILLIS = 500;

  private final Journal journal;
  private final AutoCloseable following;
  private final ReentrantLock feeding = new ReentrantLock();
  private final Semaphore news = new Semaphore(0);
  private final List<Consumer<Entry>> listeners = new CopyOnWriteArrayList<>();
  private final Thread follower;
  private volatile Snapshot current;
  private volatile boolean closed;

  /** Reads what is there, then follows. */
  @Activate
  public Snapshots(@Reference Journal journal, @Reference Words words) {
    this.journal = journal;
    this.current = new FirstReading(words).read(journal.head());
    this.following = journal.follow(head -> news.release());
    this.follower = new Thread(this::follow, "escale-snapshot");
    follower.setDaemon(true);
    follower.start();
    reach(journal.head());
  }

  /** The current one. */
  public Snapshot now() {
    return current;
  }

  /**
   * One in which entry {@code seq} is, read from the journal if need be.
   *
   * @throws StoreException if the journal cannot be read
   */
  public Snapshot reach(long seq) {
    if (current.seq() < seq) {
      feed();
    }
    return current;
  }

  /**
   * Hands each entry after the answered snapshot to {@code listener}, in order and once, before it
   * is in the current one. It must return at once and not throw.
   */
  public Snapshot hear(Consumer<Entry> listener) {
    feeding.lock();
    try {
      listeners.add(listener);
      return current;
    } finally {
      feeding.unlock();
    }
  }

  /** Stops following; never by an interrupt, which an embedded database takes badly. */
  @Override
  @Deactivate
  public void close() {
    closed = true;
    news.release();
    try {
      following.close();
    } catch (Exception e) {
      LOG.warn("the journal would not let go", e);
    }
  }

  private void follow() {
    try {
      while (!closed) {
        feedOrTryAgain();
        news.acquire();
        news.drainPermits();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void feedOrTryAgain() throws InterruptedException {
    try {
      feed();
    } catch (StoreException away) {
      LOG.warn("the journal cannot be read; the snapshot stays at {}", current.seq());
      TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
      news.release();
    }
  }

  private void feed() {
    feeding.lock();
    try {
      var entries = journal.since(current.seq(), BATCH);
      while (!entries.isEmpty()) {
        var next = current;
        for (var entry : entries) {
          listeners.forEach(listener -> listener.accept(entry));
          next = next.with(entry);
        }
        current = next;
        entries =
            entries.size() < BATCH ? java.util.List.of() : journal.since(current.seq(), BATCH);
      }
    } finally {
      feeding.unlock();
    }
  }
}
