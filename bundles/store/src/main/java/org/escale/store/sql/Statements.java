package org.escale.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The prepared statements of one connection, each prepared once. Not for several threads. */
public final class Statements implements AutoCloseable {
  private final Connection connection;
  private final Dialect dialect;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private final Set<String> queued = new LinkedHashSet<>();

  /** On that connection to such a database, which stays open when this is closed. */
  public Statements(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /** The rows of a query. */
  public <T> List<T> list(String sql, Row<T> row, Object... values) throws SQLException {
    var statement = bound(sql, values);
    var rows = new ArrayList<T>();
    try (var result = statement.executeQuery()) {
      while (result.next()) {
        rows.add(row.read(result));
      }
    }
    return rows;
  }

  /** The only row of a query, if there is one. */
  public <T> Optional<T> one(String sql, Row<T> row, Object... values) throws SQLException {
    return list(sql, row, values).stream().findFirst();
  }

  /** Runs a statement now; how many rows it changed. */
  public int run(String sql, Object... values) throws SQLException {
    return bound(sql, values).executeUpdate();
  }

  /** Keeps a statement until {@link #runQueued}. */
  public void queue(String sql, Object... values) throws SQLException {
    bound(sql, values).addBatch();
    queued.add(sql);
  }

  /** Inserts rows of these columns now: on a server all of them by one statement. */
  public void insert(String table, List<String> columns, List<Object[]> rows) throws SQLException {
    var into = "insert into " + table + " (" + String.join(", ", columns) + ")";
    if (dialect.takesArrays() && rows.size() > 1) {
      var arrays = Columns.of(rows);
      var casts = arrays.stream().map(Columns::cast).collect(Collectors.joining(", "));
      run(into + " select * from unnest(" + casts + ")", arrays.toArray());
      return;
    }
    var sql =
        into + " values (" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    for (var row : rows) {
      queue(sql, row);
    }
    runQueued();
  }

  /** Runs what is queued, each statement's values in one go, in the order of first use. */
  public void runQueued() throws SQLException {
    for (var sql : queued) {
      prepared.get(sql).executeBatch();
    }
    queued.clear();
  }

  @Override
  public void close() throws SQLException {
    for (var statement : prepared.values()) {
      statement.close();
    }
    prepared.clear();
    queued.clear();
  }

  private PreparedStatement bound(String sql, Object... values) throws SQLException {
    var statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      bind(statement, i + 1, values[i]);
    }
    return statement;
  }

  private void bind(PreparedStatement statement, int at, Object value) throws SQLException {
    if (value instanceof String text) {
      statement.setString(at, text);
    } else if (value instanceof Long number) {
      statement.setLong(at, number);
    } else if (value instanceof Integer number) {
      statement.setInt(at, number);
    } else if (value instanceof Object[] column) {
      statement.setArray(at, connection.createArrayOf(Columns.type(column), column));
    } else if (value instanceof Optional<?> number && number.isPresent()) {
      statement.setLong(at, (Long) number.get());
    } else {
      statement.setNull(at, java.sql.Types.BIGINT);
    }
  }
}
