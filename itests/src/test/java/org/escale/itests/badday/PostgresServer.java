package org.escale.itests.badday;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.escale.itests.process.Finished;
import org.escale.tck.machine.Ports;

/** A PostgreSQL on one port and one folder that can be torn away and put back. */
final class PostgresServer implements AutoCloseable {
  private final Path folder;
  private final int port = Ports.free();
  private EmbeddedPostgres server;

  PostgresServer(Path folder) throws IOException {
    this.folder = folder;
    this.server = begun();
  }

  /** What {@code --postgres} is given. */
  String url() {
    return "postgresql://postgres:postgres@127.0.0.1:%d/postgres".formatted(port);
  }

  /** An immediate shutdown: every connection is cut, nothing is written any more. */
  void tearAway() throws IOException {
    long pid = Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
    Finished.signal(pid, "QUIT");
    Awaitility.await("PostgreSQL is gone")
        .atMost(Duration.ofSeconds(30))
        .until(() -> ProcessHandle.of(pid).isEmpty());
    server.close(); // gives the folder back
  }

  /** Cuts the line of the instance that holds the lease; nobody tells it. */
  void cutLease() throws SQLException {
    var address = "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres&password=postgres";
    try (var connection = DriverManager.getConnection(address.formatted(port));
        var statement = connection.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'");
    }
  }

  /** Starts it again where it was; it recovers from its log. */
  void putBack() throws IOException {
    server = begun();
  }

  private EmbeddedPostgres begun() throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder)
        .setCleanDataDirectory(false)
        .setPort(port)
        .start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
