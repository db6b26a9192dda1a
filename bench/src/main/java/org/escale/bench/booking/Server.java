package org.escale.bench.booking;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL that forgets nothing: everything is on disk before it answers. */
final class Server implements AutoCloseable {
  private final Path folder;
  private final EmbeddedPostgres postgres;

  Server() throws IOException {
    folder = Files.createTempDirectory("escale-bench-pg");
    postgres =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(folder.toFile())
            .setDataDirectory(folder.resolve("data"))
            .setServerConfig("fsync", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_connections", "300")
            .setServerConfig("shared_buffers", "256MB")
            .start();
  }

  /** A new, empty database. */
  DataSource database(String name) throws SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    var source = (PGSimpleDataSource) postgres.getDatabase("postgres", name);
    source.setReWriteBatchedInserts(true);
    return source;
  }

  /** CPU time of its processes that live. */
  Duration cpu() {
    try {
      var pid = Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0));
      var master = ProcessHandle.of(pid).stream();
      var children = ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants);
      return Stream.concat(master, children)
          .flatMap(process -> process.info().totalCpuDuration().stream())
          .reduce(Duration.ZERO, Duration::plus);
    } catch (IOException e) {
      return Duration.ZERO;
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
