package org.escale.bench.availability;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.escale.federation.Position;
import org.postgresql.PGConnection;

/**
 * The same question to PostGIS: centres as points of the unit sphere under a spatial index of three
 * dimensions, so that both mean the same distance, bookings under a B-tree that is told that none
 * is longer than a day.
 */
final class PostGis implements Contestant {
  private static final String QUESTION =
      """
      select x.name from (select id from centre order by place <<->> ST_MakePoint(?, ?, ?)) c
      cross join lateral (select d.name from desk d where d.centre = c.id
        and not exists (select 1 from booking b where b.desk = d.id
          and b.starts > ?::timestamptz - interval '1 day' and b.starts < ?::timestamptz
          and b.ends > ?::timestamptz)
        order by d.name offset 0) x limit %d
      """
          .formatted(Question.LIMIT);

  private final Connection connection;
  private final PreparedStatement question;
  private final Map<String, StringBuilder> rows = new HashMap<>();

  PostGis(String address, Land land) throws Exception {
    connection = DriverManager.getConnection(address);
    run("create extension if not exists postgis");
    run("drop table if exists booking, desk, centre");
    run("create table centre (id int primary key, place geometry(PointZ) not null)");
    run("create table desk (id int primary key, centre int not null, name text not null)");
    run("create table booking (desk int, starts timestamptz, ends timestamptz)");
    fill(land);
    run("create index on centre using gist (place gist_geometry_ops_nd)");
    run("create index on desk (centre)");
    run("create unique index on booking (desk, starts) include (ends)");
    run("vacuum analyze");
    for (var plan : List.of("hashjoin", "mergejoin", "seqscan", "bitmapscan")) {
      run("set enable_" + plan + " = off"); // else it joins all that there is before it sorts
    }
    question = connection.prepareStatement(QUESTION);
  }

  private void fill(Land land) throws Exception {
    for (int n = 0; n < land.centres(); n++) {
      copy("centre", n + "\tPOINT Z(" + point(land.positions().get(n)) + ")\n");
    }
    for (int desk = 0; desk < land.centres() * land.desks(); desk++) {
      copy("desk", desk + "\t" + desk / land.desks() + "\t" + Land.desk(desk) + "\n");
      for (var slot : land.bookings(desk)) {
        copy("booking", desk + "\t" + slot.from() + "\t" + slot.to() + "\n");
      }
    }
    for (var table : List.of("centre", "desk", "booking")) {
      flush(table);
    }
  }

  private void copy(String table, String row) throws Exception {
    var waiting = rows.computeIfAbsent(table, t -> new StringBuilder());
    waiting.append(row);
    if (waiting.length() > 4_000_000) {
      flush(table);
    }
  }

  private void flush(String table) throws Exception {
    var text = rows.computeIfAbsent(table, t -> new StringBuilder());
    var copy = connection.unwrap(PGConnection.class).getCopyAPI();
    copy.copyIn("copy " + table + " from stdin", new StringReader(text.toString()));
    text.setLength(0);
  }

  @Override
  public List<String> ask(Question asked) throws SQLException {
    var at = coordinates(asked.from());
    for (int axis = 0; axis < at.length; axis++) {
      question.setDouble(1 + axis, at[axis]);
    }
    question.setString(4, asked.slot().from().toString());
    question.setString(5, asked.slot().to().toString());
    question.setString(6, asked.slot().from().toString());
    var found = new ArrayList<String>();
    try (var row = question.executeQuery()) {
      while (row.next()) {
        found.add(row.getString(1));
      }
    }
    return found;
  }

  private static String point(Position position) {
    var at = coordinates(position);
    return String.format(Locale.ROOT, "%.17g %.17g %.17g", at[0], at[1], at[2]);
  }

  private static double[] coordinates(Position position) {
    double latitude = Math.toRadians(position.latitude());
    double longitude = Math.toRadians(position.longitude());
    return new double[] {
      Math.cos(latitude) * Math.cos(longitude),
      Math.cos(latitude) * Math.sin(longitude),
      Math.sin(latitude)
    };
  }

  private void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
