package org.escale.store.write;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import org.escale.caller.RequestKey;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.StoreException;
import org.escale.store.sql.Database;
import org.escale.store.text.UsageHash;
import org.escale.store.text.WordJson;
import org.escale.word.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only thread that writes words. It takes what waits, up to 256 changes, drafts them one after
 * the other, commits them together, and answers after the commit; with an empty queue it commits at
 * once. A lost database is opened again by itself.
 */
public final class Writer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
  private static final Change NOTHING = Change.of();

  private final WordJson json;
  private final LineCalendar calendar = new LineCalendar();
  private final Drafting drafting;
  private final Housekeeping housekeeping;
  private final Tail tail = new Tail();
  private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
  private final Intake intake = new Intake();
  private final Thread thread = new Thread(this::run, "escale-store-writer");
  private final Tenure tenure;
  private volatile boolean writable = true;

  /**
   * Takes the database and begins.
   *
   * @throws SQLException if it cannot be had
   */
  public Writer(Database database, WordJson json, Clock clock) throws SQLException {
    this.json = json;
    var lines = new Lines(calendar, json);
    this.drafting = new Drafting(new Laws(lines, new Usage(new UsageHash(json))), json, clock);
    this.housekeeping = new Housekeeping(clock);
    this.tenure = new Tenure(database, lines, tail);
    tenure.now();
    thread.setDaemon(true);
  }

  /** Starts the thread. */
  public void start() {
    thread.start();
  }

  /** The calendar, of which this is the only writer. */
  public LineCalendar calendar() {
    return calendar;
  }

  /** The number of the last entry. */
  public long head() {
    return tail.head();
  }

  /** Whether the last that was tried to be written was. */
  public boolean writable() {
    return writable && !intake.isClosed();
  }

  /** The number of the lease under which it writes; one that no lease has while it has none. */
  public long epoch() {
    return tenure.epoch();
  }

  /** Entries after {@code seq} if they are still in memory. */
  public Optional<List<Entry>> recent(long seq, int limit) {
    return tail.since(seq, limit);
  }

  /** Calls {@code listener} with the head after each commit, before it is answered. */
  public AutoCloseable follow(LongConsumer listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /**
   * Commits a change and waits until it is durable.
   *
   * @throws StoreException if the outcome is not known within 10 seconds
   */
  public CommitOutcome commit(Change change) {
    if (Thread.currentThread() == thread) {
      throw new IllegalStateException("a listener must not commit");
    }
    Laws.check(change);
    return intake.commit(new Task(change, new Bodies(json, change)));
  }

  /**
   * Waits until no change under that key is being written.
   *
   * @throws StoreException if that takes longer than 10 seconds
   */
  public void settle(String producer, RequestKey request) {
    intake.settle(producer, request);
  }

  /** Writes what waits, at most 10 seconds long. Nothing is interrupted: Derby would take harm. */
  @Override
  public void close() {
    intake.close(new Task(NOTHING, new Bodies(json, NOTHING)));
    try {
      thread.join(Intake.PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!intake.isOver()) {
      try {
        var tasks = intake.next();
        if (!tasks.isEmpty()) {
          write(tasks);
        } else if (!intake.isClosed()) {
          idle();
        }
      } catch (InterruptedException e) {
        LOG.warn("the writer is not to be interrupted", e);
      } catch (RuntimeException | Error e) {
        LOG.error("the writer stumbled", e);
        tenure.letGo();
      }
    }
    tenure.letGo();
    intake.refuseTheRest(drafting);
  }

  private void idle() {
    try {
      var owner = tenure.now();
      if (!writable) {
        owner.confirm();
      } else if (owner.isAlive()) {
        housekeeping.tidy(owner);
      } else {
        throw new SQLException("the connection is lost");
      }
      writable = true;
    } catch (SQLException e) {
      writable = false;
      tenure.rollback();
    }
  }

  private void write(List<Task> tasks) {
    var batch = new Batch(drafting, tasks);
    try {
      tenure.now();
    } catch (SQLException e) {
      writable = false;
      batch.fail(e);
      return;
    }
    if (attempt(batch).isEmpty()) {
      return;
    }
    if (tasks.size() > 1) {
      tasks.forEach(task -> write(List.of(task)));
    } else {
      var once = new Batch(drafting, tasks);
      attempt(once)
          .ifPresent(
              why -> {
                writable = false;
                once.fail(why);
              });
    }
  }

  /** Writes and answers a batch; why not, if nothing of it is in the database and none answered. */
  private Optional<SQLException> attempt(Batch batch) {
    try {
      var entries = batch.write(tenure.now(), tail.head());
      entries.forEach(tail::add);
      if (!entries.isEmpty()) {
        writable = true;
        tell();
      }
      batch.answer();
      return Optional.empty();
    } catch (OutcomeUnknownException e) {
      LOG.warn("the database did not answer a commit: {}", e.getSQLState());
      tenure.letGo();
      batch.fail(e);
      return Optional.empty();
    } catch (SQLException e) {
      LOG.warn("a batch was not written: {}", e.getMessage());
      if (Lease.TAKEN_OVER.equals(e.getSQLState())) {
        tenure.letGo();
      } else {
        tenure.rollback();
      }
      return Optional.of(e);
    } catch (RuntimeException | Error e) {
      // what was half written goes with the connection, or the next batch would commit it
      tenure.letGo();
      batch.fail(new SQLException("the writer stumbled", e));
      throw e;
    }
  }

  private void tell() {
    for (var listener : listeners) {
      try {
        listener.accept(tail.head());
      } catch (RuntimeException | LinkageError e) {
        // a follower's bundle may be on its way out; the answer must leave all the same
        LOG.error("a follower failed", e);
      }
    }
  }
}
