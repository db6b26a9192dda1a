package org.escale.store.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.escale.spi.store.Change;
import org.escale.store.sql.Database;
import org.escale.store.sql.Dialect;
import org.escale.store.sql.Statements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The writer's hold on the database: one connection, the lease, the number of the last entry. */
final class Ownership implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ownership.class);

  private final Database database;
  private final Connection connection;
  private final Statements statements;
  private final Lease lease;
  private final long head;

  /** Takes the lease and reads what the laws remember. */
  Ownership(Database database, Lines lines, String holder) throws SQLException {
    this.database = database;
    this.connection = database.open();
    this.statements = new Statements(connection, database.dialect());
    try {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      database.dialect().waitForTheDisk(statements);
      database.dialect().noticeDeath(statements);
      this.lease = Lease.take(database.dialect(), statements, holder);
      lines.load(statements);
      this.head =
          statements
              .one("select coalesce(max(seq), 0) from journal", row -> row.getLong(1))
              .orElse(0L);
      connection.commit();
      database.trust();
    } catch (SQLException e) {
      close();
      throw e;
    }
  }

  /** The number of the lease. */
  long epoch() {
    return lease.epoch();
  }

  /** The last entry when it was taken. */
  long head() {
    return head;
  }

  /** A new draft over the database as it stands, with what these changes will ask for. */
  Draft draft(List<Change> changes) throws SQLException {
    var draft = new Draft(statements);
    if (database.dialect() == Dialect.POSTGRESQL) {
      new Prefetch(changes).into(draft);
    }
    return draft;
  }

  /** Ends a draft that needs no writing. */
  void nothing() throws SQLException {
    connection.rollback();
  }

  /**
   * Writes a draft and commits it.
   *
   * @throws OutcomeUnknownException if it may or may not have been committed
   * @throws SQLException if it was not
   */
  void write(Draft draft) throws SQLException {
    database.write(
        () -> {
          boolean committed = false;
          try {
            lease.confirm(statements);
            draft.flush();
            commit();
            committed = true;
          } finally {
            if (!committed) {
              takeBack();
            }
          }
        });
  }

  /** Takes back what was half written while no query runs, for queries see it on Derby. */
  private void takeBack() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      LOG.warn("what was half written is not taken back yet: {}", e.getSQLState());
      database.doubt();
    }
  }

  /** Proves that it can still write, by writing nothing new. */
  void confirm() throws SQLException {
    database.write(
        () -> {
          lease.confirm(statements);
          connection.commit();
        });
  }

  private void commit() throws OutcomeUnknownException {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new OutcomeUnknownException(e);
    }
  }

  /** Takes back the transaction; whether the connection is still good afterwards. */
  boolean rollback() {
    try {
      statements.close();
      connection.rollback();
      database.trust();
      return isAlive();
    } catch (SQLException e) {
      LOG.debug("cannot roll back", e);
      return false;
    }
  }

  boolean isAlive() throws SQLException {
    var alive = connection.isValid(2) && lease.holds(statements);
    connection.rollback();
    return alive;
  }

  /** Forgets answers that no longer count. */
  void forget(long before) throws SQLException {
    database.write(
        () -> {
          statements.run("delete from once_key where at_nanos < ?", before);
          connection.commit();
        });
  }

  /** Ends it; a connection that cannot be left clean is broken off, so that no pool keeps it. */
  @Override
  public void close() {
    try (connection) {
      try {
        connection.rollback();
        Lease.release(database.dialect(), statements);
        statements.close();
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.abort(Runnable::run);
      }
    } catch (SQLException | RuntimeException e) {
      LOG.debug("already gone", e);
    }
  }
}
