package org.escale.store.write;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.escale.store.sql.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the ownership of the database, and takes it anew after it was lost. */
final class Tenure {
  private static final Logger LOG = LoggerFactory.getLogger(Tenure.class);
  private static final long PAUSE = 500_000_000L;

  /** No lease has this number. */
  static final long NONE = -1;

  private final Database database;
  private final Lines lines;
  private final Tail tail;
  private final String holder =
      "process " + ProcessHandle.current().pid() + ", " + UUID.randomUUID();
  private Optional<Ownership> owned = Optional.empty();
  private volatile long epoch = NONE;
  private long lastTry = System.nanoTime() - PAUSE;
  private String lastComplaint = "";

  Tenure(Database database, Lines lines, Tail tail) {
    this.database = database;
    this.lines = lines;
    this.tail = tail;
  }

  /**
   * The ownership; taken now if it is not held, but not twice within half a second.
   *
   * @throws SQLException if it cannot be had
   */
  Ownership now() throws SQLException {
    if (owned.isEmpty()) {
      if (System.nanoTime() - lastTry < PAUSE) {
        throw new SQLException("the database is away: " + lastComplaint);
      }
      try {
        var next = new Ownership(database, lines, holder);
        tail.begin(next.head());
        owned = Optional.of(next);
        epoch = next.epoch();
        LOG.info("writing to the database from entry {} on", next.head());
      } catch (SQLException e) {
        complain(e);
        throw e;
      }
    }
    return owned.get();
  }

  /**
   * Gives up the connection if it is no good any more, after taking back what was not committed.
   */
  void rollback() {
    if (owned.isPresent() && !owned.get().rollback()) {
      letGo();
    }
  }

  /** The number of the lease that is held, as far as is known; {@link #NONE} without. */
  long epoch() {
    return epoch;
  }

  /** Gives up the connection. */
  void letGo() {
    var last = owned;
    epoch = NONE;
    owned = Optional.empty();
    last.ifPresent(Ownership::close);
  }

  /** Says what is wrong, once for each thing. */
  private void complain(SQLException e) {
    lastTry = System.nanoTime();
    if (!lastComplaint.equals(e.getMessage())) {
      lastComplaint = String.valueOf(e.getMessage());
      LOG.warn("cannot write to the database: {}", lastComplaint);
    }
  }
}
