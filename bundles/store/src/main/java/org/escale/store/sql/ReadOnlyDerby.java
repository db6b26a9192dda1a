package org.escale.store.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Derby makes of a database that it opens while it cannot write its lock file, as on a full
 * disk: it replays the log in memory and answers queries, and refuses to write until it is shut
 * down and opened again. Safe for many threads.
 */
public final class ReadOnlyDerby {
  /** Space below which opening it again would only fail again. */
  static final long ROOM = 8L << 20;

  private static final String ADDRESS = "jdbc:derby:";
  private static final String FILE = "(directory:)?";

  private static final Logger LOG = LoggerFactory.getLogger(ReadOnlyDerby.class);

  private final Optional<Driver> derby;

  /** With Derby's driver; without one, other databases only. */
  public ReadOnlyDerby(Optional<Driver> derby) {
    this.derby = derby;
  }

  /**
   * Refuses a connection that cannot write, and closes it. Once there is room on the disk its
   * database is shut down too, so that the next connection opens it whole.
   *
   * @throws SQLException if that connection cannot write
   */
  void refuse(Connection connection) throws SQLException {
    if (derby.isEmpty() || !connection.isReadOnly()) {
      return;
    }
    String address;
    try (connection) {
      address = connection.getMetaData().getURL();
    }
    if (address.startsWith(ADDRESS) && hasRoom(address)) {
      shutDown(address);
    }
    throw new SQLException("the database was opened for reading only: is the disk full?", "25502");
  }

  private static boolean hasRoom(String address) throws SQLException {
    var folder = Path.of(address.substring(ADDRESS.length()).replaceFirst(FILE, ""));
    try {
      return Files.getFileStore(folder).getUsableSpace() >= ROOM;
    } catch (IOException e) {
      throw new SQLException("the folder of the database cannot be looked at", "58030", e);
    }
  }

  private void shutDown(String address) {
    try (var none = derby.orElseThrow().connect(address + ";shutdown=true", new Properties())) {
      LOG.warn("the database was to be shut down and answered {}", none);
    } catch (SQLException done) {
      LOG.info("there is room again: the database is opened anew ({})", done.getSQLState());
    }
  }
}
