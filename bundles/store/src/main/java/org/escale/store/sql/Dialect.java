package org.escale.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What differs between the databases. */
public enum Dialect {
  /**
   * Embedded; one process by its own lock file; readers lock rows, so they and the writer take
   * turns.
   */
  DERBY("clob", Connection.TRANSACTION_READ_UNCOMMITTED) {
    @Override
    String position(String text, String in) {
      return "locate(" + text + ", " + in + ")";
    }

    /** An index of long keys splits its pages four times less often than in Derby's own 4 KiB. */
    @Override
    List<String> preparations() {
      return List.of(
          "call syscs_util.syscs_set_database_property('derby.storage.pageSize', '16384')");
    }
  },
  /** A server; readers see the last commit and never wait. */
  POSTGRESQL("text", Connection.TRANSACTION_READ_COMMITTED) {
    @Override
    String position(String text, String in) {
      return "strpos(" + in + ", " + text + ")";
    }
  };

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

  /** What migrations call by a name of ours. */
  public Map<String, String> placeholders() {
    return Map.of(
        "text", text,
        "equals", position("'='", "mark"),
        "colon", position("':'", "substr(mark, 3)"));
  }

  /** What says how tables are made from now on. */
  List<String> preparations() {
    return List.of();
  }

  /** Where a text begins in another; 0 if nowhere. */
  abstract String position(String text, String in);

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

  /**
   * Has the server notice within 15 seconds that this process's machine is gone, so that another
   * can go on: by default it would wait for two hours.
   */
  public void noticeDeath(Statements statements) throws SQLException {
    if (this == POSTGRESQL) {
      statements.list(
          "select set_config('tcp_keepalives_idle', '5', false),"
              + " set_config('tcp_keepalives_interval', '2', false),"
              + " set_config('tcp_keepalives_count', '4', false)",
          row -> row.getString(1));
    }
  }

  /** Whether a statement takes all values of a column as one array. */
  boolean takesArrays() {
    return this == POSTGRESQL;
  }

  /** Whether queries wait while a batch is written; they may then read without locks. */
  public boolean takesTurns() {
    return this == DERBY;
  }
}
