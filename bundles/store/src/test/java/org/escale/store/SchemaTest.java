package org.escale.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.escale.billing.Charge;
import org.escale.billing.PayoutLine;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.caller.Sight;
import org.escale.client.CompanyId;
import org.escale.client.Member;
import org.escale.client.MemberId;
import org.escale.federation.Site;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.Write;
import org.escale.store.sql.Dialect;
import org.escale.store.sql.Schema;
import org.escale.store.write.LeaseHeldException;
import org.escale.tck.store.PaperSamples;
import org.escale.tck.store.Samples;
import org.escale.word.Query;
import org.escale.word.Reader;
import org.flywaydb.core.Flyway;
import org.junit.Test;

/** The schema grows from empty and from any version before; what was written stays. */
public final class SchemaTest {
  private final Samples samples = new Samples();

  @Test
  public void aDatabaseOfTheFirstSchemaMigratesWithWhatIsInIt() throws SQLException {
    for (var source : List.of(SharedStores.newDerby(), SharedStores.newPostgres())) {
      schema(source, "1");
      var space = samples.space("desk");
      var booking = samples.booking("old", space, Samples.slot(0, 1));
      var site = samples.site("old", "Mons");
      try (var connection = source.getConnection()) {
        FirstSchema.write(connection, booking, 1);
        FirstSchema.write(connection, site, 2);
        FirstSchema.occupy(connection, booking);
      }
      try (var store = SharedStores.open(source)) {
        var words = store.words();
        assertEquals(site, words.get(Site.class, site.id(), Sight.PUBLIC).orElseThrow().word());
        var here = Query.where("centreId", booking.centre().value()).and("state", "CONFIRMED");
        for (var reader : booking.readers()) {
          var sight = new Sight(false, Set.of(reader));
          assertEquals(booking, words.find(Booking.class, here, sight).items().get(0).word());
        }
        assertTrue(words.find(Booking.class, here, Sight.PUBLIC).items().isEmpty());
        assertEquals(1, words.find(Site.class, Query.all(), Sight.PUBLIC).items().size());
        assertEquals(2, store.journal().head());
        assertTrue(store.calendar().free(List.of(space), Samples.slot(0, 1)).isEmpty());
        store.journal().commit(Change.of(new Write.Put(booking.in(State.CANCELLED), 1)));
        assertTrue(words.find(Booking.class, here, Sight.PLATFORM).items().isEmpty());
        assertEquals(3, store.journal().since(0, 10).size());
      }
      Schema.migrate(source);
    }
  }

  @Test
  public void u3_aFilledSecondSchemaKnowsWhatStandsOnPaper() throws SQLException {
    var papers = new PaperSamples(samples);
    var billed = papers.charge("billed", Samples.MONDAY);
    var open = papers.charge("open", Samples.MONDAY);
    var paid = papers.line("paid", Samples.MONDAY);
    var owed = papers.line("owed", Samples.MONDAY);
    var words =
        List.of(billed, open, paid, owed, papers.invoice("i", billed), papers.payout("p", paid));
    for (var source : List.of(SharedStores.newDerby(), SharedStores.newPostgres())) {
      schema(source, "1");
      try (var connection = source.getConnection()) {
        for (int i = 0; i < words.size(); i++) {
          FirstSchema.write(connection, words.get(i), i + 1L);
        }
      }
      schema(source, "2");
      try (var store = SharedStores.open(source)) {
        var later = Samples.MONDAY.plusSeconds(1);
        assertEquals(List.of(open), store.balances().open(Charge.class, later));
        assertEquals(List.of(owed), store.balances().open(PayoutLine.class, later));
        var again = Change.of(new Write.Issue(papers.invoice("other", billed)));
        assertTrue(store.journal().commit(again) instanceof CommitOutcome.Refused);
      }
    }
  }

  @Test
  public void u3_theDatabaseItselfRefusesASecondPaper() throws SQLException {
    for (var source : List.of(SharedStores.newDerby(), SharedStores.newPostgres())) {
      SharedStores.open(source).close();
      try (var connection = source.getConnection();
          var statement = connection.createStatement()) {
        statement.executeUpdate("insert into billed values ('Charge', 'c', 'one')");
        var refused =
            assertThrows(
                SQLException.class,
                () -> statement.executeUpdate("insert into billed values ('Charge', 'c', 'two')"));
        assertEquals("23505", refused.getSQLState());
      }
    }
  }

  @Test
  public void wo2_aNameThatIsAnothersIsNoReader_e1() throws SQLException {
    for (var source : List.of(SharedStores.newDerby(), SharedStores.newPostgres())) {
      try (var store = SharedStores.open(source)) {
        var booking = samples.booking("a", samples.space("desk"), Samples.slot(0, 1));
        store.journal().commit(Change.of(new Write.Put(booking, 0)));
        var spaceAsCentre = new Sight(false, Set.of(Reader.centre(booking.space())));
        assertEquals(
            0, store.words().find(Booking.class, Query.all(), spaceAsCentre).items().size());
        var centreAsSpace = Query.where("spaceId", booking.centre().value());
        assertEquals(
            0, store.words().find(Booking.class, centreAsSpace, Sight.PLATFORM).items().size());
      }
    }
  }

  @Test
  public void aSecondProcessIsKeptOutWithOneClearLine() {
    var source = SharedStores.newPostgres();
    try (var first = SharedStores.open(source)) {
      var held =
          assertThrows(
              LeaseHeldException.class,
              () -> new OpenStore(SharedStores.database(source), SharedStores.CLOCK).close());
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

  /** Migrates to that version, as if it were the newest. */
  private static void schema(DataSource source, String version) throws SQLException {
    Dialect dialect;
    try (var connection = source.getConnection()) {
      dialect = Dialect.of(connection);
    }
    Flyway.configure(Schema.class.getClassLoader())
        .dataSource(source)
        .locations(dialect.migrations())
        .placeholders(dialect.placeholders())
        .target(version)
        .load()
        .migrate();
  }
}
