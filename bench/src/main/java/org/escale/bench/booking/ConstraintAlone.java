package org.escale.bench.booking;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The peer: an exclusion constraint, plain JDBC, a connection and a prepared insert per client. */
final class ConstraintAlone implements Contestant {
  private static final String OVERLAP = "23P01";

  private final Server server;
  private final DataSource source;
  private final List<Connection> connections = new ArrayList<>();
  private final List<PreparedStatement> inserts = new ArrayList<>();

  ConstraintAlone(Server server, String database) throws SQLException {
    this.server = server;
    this.source = server.database(database);
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "create table taken (space int not null, slot int8range not null, client int not null,"
              + " exclude using gist (int4range(space, space, '[]') with &&, slot with &&))");
    }
  }

  @Override
  public String name() {
    return "PostgreSQL exclusion constraint alone";
  }

  @Override
  public void begin(int clients) throws SQLException {
    for (int i = connections.size(); i < clients; i++) {
      var connection = source.getConnection();
      connections.add(connection);
      inserts.add(connection.prepareStatement("insert into taken values (?, int8range(?, ?), ?)"));
    }
  }

  @Override
  public boolean book(int client, int space, int hour) throws SQLException {
    var insert = inserts.get(client);
    insert.setInt(1, space);
    insert.setLong(2, hour);
    insert.setLong(3, hour + 1L);
    insert.setInt(4, client);
    try {
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      if (OVERLAP.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public long count() throws SQLException {
    try (var statement = connections.get(0).createStatement();
        var rows = statement.executeQuery("select count(*) from taken")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Override
  public Duration serverTime() {
    return server.cpu();
  }

  @Override
  public void close() throws SQLException {
    for (var connection : connections) {
      connection.close();
    }
  }
}
