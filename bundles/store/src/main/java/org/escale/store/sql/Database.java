package org.escale.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.sql.DataSource;
import org.escale.spi.store.StoreException;

/**
 * The database as queries and the writer share it. Where readers would lock rows (Derby), they and
 * the writer take turns instead: a query never sees half a batch and nothing can deadlock.
 */
public final class Database {

  /** Something done on a connection. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it. */
    T on(Statements statements) throws SQLException;
  }

  private final DataSource source;
  private final ReadOnlyDerby readOnly;
  private final Dialect dialect;
  private final ReentrantReadWriteLock turns = new ReentrantReadWriteLock(true);
  private volatile boolean doubtful;

  /** Asks the source what it is. */
  public Database(DataSource source, ReadOnlyDerby readOnly) throws SQLException {
    this.source = source;
    this.readOnly = readOnly;
    try (var connection = source.getConnection()) {
      this.dialect = Dialect.of(connection);
    }
  }

  /** Which database it is. */
  public Dialect dialect() {
    return dialect;
  }

  /** A connection of one's own that can write, without a transaction. */
  public Connection open() throws SQLException {
    var connection = source.getConnection();
    readOnly.refuse(connection);
    return connection;
  }

  /**
   * Queries.
   *
   * @throws StoreException if the database cannot answer, or could show what never happened
   */
  public <T> T read(Work<T> work) {
    return inTurn(
        turns.readLock(),
        statements -> {
          if (doubtful) {
            throw new SQLException("what was not committed may be seen", "25000");
          }
          return work.on(statements);
        },
        dialect.reading());
  }

  /**
   * What was half written could not be taken back, as on a full disk: where queries look at it
   * without waiting (Derby) nobody may, until somebody has written again.
   */
  public void doubt() {
    doubtful = dialect.takesTurns();
  }

  /** It was taken back, or somebody has written since, who had to wait for that. */
  public void trust() {
    doubtful = false;
  }

  /**
   * Changes something that is no part of the journal, by itself.
   *
   * @throws StoreException if the database cannot do it
   */
  public <T> T change(Work<T> work) {
    return inTurn(turns.writeLock(), work, Connection.TRANSACTION_READ_COMMITTED);
  }

  /** Writes a batch, on a connection of its own, while no query runs where those would wait. */
  public void write(Batch batch) throws SQLException {
    if (!dialect.takesTurns()) {
      batch.write();
      return;
    }
    turns.writeLock().lock();
    try {
      batch.write();
    } finally {
      turns.writeLock().unlock();
    }
  }

  /** A transaction of the writer. */
  @FunctionalInterface
  public interface Batch {
    /** Writes and commits it. */
    void write() throws SQLException;
  }

  private <T> T inTurn(Lock turn, Work<T> work, int isolation) {
    if (dialect.takesTurns()) {
      turn.lock();
    }
    try (var connection = source.getConnection()) {
      connection.setAutoCommit(true);
      connection.setTransactionIsolation(isolation);
      try (var statements = new Statements(connection, dialect)) {
        return work.on(statements);
      }
    } catch (SQLException e) {
      throw new StoreException("the database does not answer: " + e.getSQLState(), e);
    } finally {
      if (dialect.takesTurns()) {
        turn.unlock();
      }
    }
  }
}
