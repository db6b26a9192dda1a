package org.escale.store.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** What differs between the databases. */
public enum Dialect {
  /**
   * Embedded; one process by its own lock file; readers lock rows, so they and the writer take
   * turns.
   */
  DERBY("clob", Connection.TRANSACTION_READ_UNCOMMITTED),
  /** A server; readers see the last commit and never wait. */
  POSTGRESQL("text", Connection.TRANSACTION_READ_COMMITTED);

  private final String text;
  private final int reading;

  Dialect(String text, int reading) {
    this.text = text;
    this.reading = reading;
  }

  /**
   * The database behind a connection.
   *
   * @throws SQLException if it is neither or cannot be asked
   */
  public static Dialect of(Connection connection) throws SQLException {
    var name = connection.getMetaData().getDatabaseProductName();
    if (name.contains("Derby")) {
      return DERBY;
    }
    if (name.contains("PostgreSQL")) {
      return POSTGRESQL;
    }
    throw new SQLException("the store runs on Derby or PostgreSQL, not on " + name);
  }

  /** The type of a long text. */
  public String text() {
    return text;
  }

  /** Where its migrations lie: what both run, then what only this one does. */
  public String[] migrations() {
    var common = "classpath:db/migration/common";
    return this == DERBY
        ? new String[] {common}
        : new String[] {common, "classpath:db/migration/postgresql"};
  }

  /** The isolation in which queries run. */
  public int reading() {
    return reading;
  }

  /**
   * Has commits of that connection wait for the disk, also where the server was told not to (law
   * B2); stricter settings stay. To be committed.
   */
  public void waitForTheDisk(Statements statements) throws SQLException {
    if (this == POSTGRESQL) {
      statements.list(
          "select set_config('synchronous_commit', 'on', false)"
              + " where current_setting('synchronous_commit') = 'off'",
          row -> row.getString(1));
    }
  }

  /** Whether queries wait while a batch is written; they may then read without locks. */
  public boolean takesTurns() {
    return this == DERBY;
  }
}
