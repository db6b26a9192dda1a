package org.escale.bench.booking;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.escale.federation.SpaceId;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.Write;
import org.escale.store.OpenStore;
import org.escale.store.sql.Database;
import org.escale.store.sql.ReadOnlyDerby;
import org.escale.store.sql.Schema;
import org.escale.tck.store.Samples;

/** The store: a booking as a word with readers, keys, journal entry and calendar line. */
final class EscaleStore implements Contestant {
  private final String name;
  private final DataSource source;
  private final Supplier<Duration> server;
  private final OpenStore store;
  private final Samples samples = new Samples("b-");

  EscaleStore(String name, DataSource source, Supplier<Duration> server) throws SQLException {
    this.name = name;
    this.source = source;
    this.server = server;
    Schema.migrate(source);
    this.store =
        new OpenStore(new Database(source, new ReadOnlyDerby(Optional.empty())), Clock.systemUTC());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void begin(int clients) {
    // nothing to prepare: clients share the one writer
  }

  @Override
  public boolean book(int client, int space, int hour) {
    var id = space + "-" + hour + "-" + client + "-" + System.nanoTime();
    var line = new SpaceId("space-" + space);
    var booking = samples.booking(id, line, Samples.slot(hour, hour + 1.0));
    return store.journal().commit(Change.of(new Write.Put(booking, 0)))
        instanceof CommitOutcome.Committed;
  }

  @Override
  public long count() throws SQLException {
    try (var connection = source.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select line_no, starts, ends from busy order by 1, 2")) {
      long count = 0;
      long line = -1;
      long end = Long.MIN_VALUE;
      while (rows.next()) {
        if (rows.getLong(1) == line && rows.getLong(2) < end) {
          throw new IllegalStateException("an overlap on line " + line);
        }
        line = rows.getLong(1);
        end = rows.getLong(3);
        count++;
      }
      return count;
    }
  }

  @Override
  public Duration serverTime() {
    return server.get();
  }

  @Override
  public void close() {
    store.close();
  }
}
