package org.escale.store.write;

import java.sql.SQLException;
import org.escale.store.sql.Dialect;
import org.escale.store.sql.Statements;

/**
 * The right to write. On PostgreSQL a lock that ends with its connection keeps a second process
 * out; on both an epoch, checked by every batch, fences off a writer that lost it unawares. (Derby
 * lets a second process in by no door.)
 */
final class Lease {
  /** The SQL state that says that the epoch is no longer ours. */
  static final String TAKEN_OVER = "ESC01";

  private static final long LOCK = 0x45736361_6c65L;
  private final long epoch;

  private Lease(long epoch) {
    this.epoch = epoch;
  }

  /**
   * Takes it for {@code holder}, as a part of the transaction of that connection. Who held it last
   * may take it again although its lost connection still has the lock.
   *
   * @throws LeaseHeldException if another process has it
   */
  static Lease take(Dialect dialect, Statements statements, String holder) throws SQLException {
    var last =
        statements
            .one("select holder from lease where id = 1", row -> row.getString(1))
            .orElseThrow(() -> new SQLException("the lease row is missing"));
    if (dialect == Dialect.POSTGRESQL
        && !statements
            .one("select pg_try_advisory_lock(?)", row -> row.getBoolean(1), LOCK)
            .orElse(false)
        && !last.equals(holder)) {
      throw new LeaseHeldException(last);
    }
    statements.run("update lease set epoch = epoch + 1, holder = ? where id = 1", holder);
    return new Lease(
        statements
            .one("select epoch from lease where id = 1", row -> row.getLong(1))
            .orElseThrow(() -> new SQLException("the lease row is missing")));
  }

  /** Gives the lock back: the connection may live on in a pool. */
  static void release(Dialect dialect, Statements statements) throws SQLException {
    if (dialect == Dialect.POSTGRESQL) {
      statements.one("select pg_advisory_unlock_all()", row -> true);
    }
  }

  /** Its number: each that is taken has a higher one. */
  long epoch() {
    return epoch;
  }

  /** Whether nobody took it meanwhile. */
  boolean holds(Statements statements) throws SQLException {
    return statements
        .one("select 1 from lease where id = 1 and epoch = ?", row -> true, epoch)
        .isPresent();
  }

  /**
   * Confirms it within a batch, so that no other process can take it before the batch is over.
   *
   * @throws SQLException if another process took it meanwhile
   */
  void confirm(Statements statements) throws SQLException {
    if (statements.run("update lease set epoch = epoch where id = 1 and epoch = ?", epoch) != 1) {
      throw new SQLException("another process took over the database", TAKEN_OVER);
    }
  }
}
