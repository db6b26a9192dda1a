package org.escale.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.apache.derby.jdbc.EmbeddedDriver;
import org.escale.store.sql.Database;
import org.escale.store.sql.ReadOnlyDerby;
import org.escale.store.sql.Schema;
import org.escale.tck.machine.Ports;
import org.escale.tck.store.MovedClock;
import org.escale.tck.store.Samples;
import org.escale.tck.store.StorePorts;

/** One store for each database and test JVM; tests use ids of their own. */
final class SharedStores {
  static final MovedClock CLOCK = new MovedClock(Samples.MONDAY);

  private static EmbeddedPostgres server;
  private static OpenStore derby;
  private static OpenStore postgres;

  private SharedStores() {}

  static synchronized StorePorts derby() {
    if (derby == null) {
      derby = open(newDerby());
    }
    return ports(derby);
  }

  static synchronized StorePorts postgres() {
    if (postgres == null) {
      postgres = open(newPostgres());
    }
    return ports(postgres);
  }

  /** An empty Derby in memory; nothing of it needs to outlive the JVM. */
  static DataSource newDerby() {
    var source = new EmbeddedDataSource();
    source.setDatabaseName("memory:" + UUID.randomUUID());
    source.setCreateDatabase("create");
    return source;
  }

  /** A new, empty database on the one server of this JVM. */
  static synchronized DataSource newPostgres() {
    try {
      if (server == null) {
        server =
            EmbeddedPostgres.builder()
                .setPort(Ports.free())
                .setOverrideWorkingDirectory(Files.createTempDirectory("escale-pg").toFile())
                .start();
      }
      var name = "e" + UUID.randomUUID().toString().replace("-", "");
      try (var connection = server.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("create database " + name);
      }
      return server.getDatabase("postgres", name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static OpenStore open(DataSource source) {
    try {
      Schema.migrate(source);
      return new OpenStore(database(source), CLOCK);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A migrated database, Derby's driver at hand. */
  static Database database(DataSource source) throws SQLException {
    return new Database(source, new ReadOnlyDerby(Optional.of(new EmbeddedDriver())));
  }

  static StorePorts ports(OpenStore store) {
    return new StorePorts(
        store.journal(), store.words(), store.calendar(), store.outbox(), store.balances());
  }
}
