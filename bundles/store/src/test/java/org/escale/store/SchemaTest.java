package org.escale.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.escale.caller.Sight;
import org.escale.client.CompanyId;
import org.escale.client.Member;
import org.escale.client.MemberId;
import org.escale.federation.Site;
import org.escale.spi.store.Change;
import org.escale.spi.store.Write;
import org.escale.store.sql.Dialect;
import org.escale.store.sql.Schema;
import org.escale.store.write.LeaseHeldException;
import org.escale.tck.store.Samples;
import org.flywaydb.core.Flyway;
import org.junit.Test;

/** The schema grows from empty and from any version before; what was written stays. */
public final class SchemaTest {
  private final Samples samples = new Samples();

  @Test
  public void anEmptyDatabaseAndTheFirstSchemaBothMigrate() throws SQLException {
    for (var source : List.of(SharedStores.newDerby(), SharedStores.newPostgres())) {
      firstSchema(source);
      try (var connection = source.getConnection();
          var statement = connection.createStatement()) {
        statement.executeUpdate(
            "insert into word (kind, id, revision, seq, place, body) values ('Site', 'old', 1, 1, 0,"
                + " '{\"id\":\"old\",\"name\":\"n\",\"town\":\"t\",\"region\":\"r\","
                + "\"position\":{\"latitude\":1.0,\"longitude\":2.0}}')");
        statement.executeUpdate(
            "insert into journal (seq, at_nanos, by_whom, body) values (1, 0, 'x',"
                + " '{\"written\":[],\"removed\":[]}')");
      }
      try (var store = SharedStores.open(source)) {
        var old = new org.escale.federation.SiteId("old");
        assertTrue(store.words().get(Site.class, old, Sight.PLATFORM).isPresent());
        assertEquals(1, store.journal().head());
        store.journal().commit(Change.of(new Write.Put(samples.site("a", "Mons"), 0)));
        assertEquals(2, store.journal().since(0, 10).size());
      }
      Schema.migrate(source);
    }
  }

  @Test
  public void aSecondProcessIsKeptOutWithOneClearLine() {
    var source = SharedStores.newPostgres();
    try (var first = SharedStores.open(source)) {
      var held =
          assertThrows(
              LeaseHeldException.class, () -> new OpenStore(source, SharedStores.CLOCK).close());
      assertTrue(held.getMessage(), held.getMessage().contains("another Escale (process "));
      assertEquals(0, first.journal().head());
    }
    SharedStores.open(source).close();
  }

  @Test
  public void b7_theDatabaseItselfRefusesAnOverlap() throws SQLException {
    var source = SharedStores.newPostgres();
    SharedStores.open(source).close();
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate("insert into busy values (1, 10, 20, 'a'), (1, 20, 30, 'b')");
      statement.executeUpdate("insert into busy values (2, 10, 20, 'c')");
      var refused =
          assertThrows(
              SQLException.class,
              () -> statement.executeUpdate("insert into busy values (1, 15, 16, 'd')"));
      assertEquals("23P01", refused.getSQLState());
    }
  }

  @Test
  public void jo5_anErasedPersonIsInNoTable() throws SQLException {
    for (var source : List.of(SharedStores.newDerby(), SharedStores.newPostgres())) {
      var guest = samples.guest("x");
      var company = new CompanyId("c");
      var member =
          new Member(
              new MemberId("m"),
              guest.person(),
              company,
              guest.company(),
              "Somebody",
              "somebody@example.org",
              "",
              "fr",
              true);
      try (var store = SharedStores.open(source)) {
        var key = new org.escale.caller.RequestKey("enrol", "k", "d");
        var once = new org.escale.spi.store.Once("box", key, Member.class, member.id());
        store
            .journal()
            .commit(
                new Change(
                    "me",
                    java.util.Optional.of(once),
                    List.of(new Write.Put(member, 0)),
                    List.of()));
        store.journal().commit(Change.of(new Write.Put(member.erased(), 1)));
      }
      for (var table : List.of("journal", "word", "once_key")) {
        assertTrue(table, !dump(source, table).contains("Somebody"));
      }
      try (var store = SharedStores.open(source)) {
        var entries = store.journal().since(0, 10);
        assertEquals(2, entries.size());
        assertEquals(member.erased(), entries.get(0).written().get(0).word());
      }
    }
  }

  private static String dump(DataSource source, String table) throws SQLException {
    var all = new StringBuilder();
    try (var connection = source.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select body from " + table)) {
      while (rows.next()) {
        all.append(rows.getString(1));
      }
    }
    return all.toString();
  }

  private static void firstSchema(DataSource source) throws SQLException {
    Dialect dialect;
    try (var connection = source.getConnection()) {
      dialect = Dialect.of(connection);
    }
    Flyway.configure(Schema.class.getClassLoader())
        .dataSource(source)
        .locations(dialect.migrations())
        .placeholders(Map.of("text", dialect.text()))
        .target("1")
        .load()
        .migrate();
  }
}
