package org.escale.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.escale.booking.Booking;
import org.escale.caller.RequestKey;
import org.escale.federation.CentreId;
import org.escale.federation.SpaceId;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.Effect;
import org.escale.spi.store.Journal;
import org.escale.spi.store.Once;
import org.escale.spi.store.Write;
import org.escale.tck.store.Samples;
import org.postgresql.ds.PGSimpleDataSource;

/** Commits without pause until it is killed, and prints what was acknowledged. */
public final class KilledProcess {
  private static final int THREADS = 8;

  private KilledProcess() {}

  /** Database address and prefix of this run's ids. */
  public static void main(String... arguments) throws SQLException, InterruptedException {
    var store = new OpenStore(SharedStores.database(source(arguments[0])), SharedStores.CLOCK);
    var samples = new Samples(arguments[1]);
    for (int i = 0; i < THREADS; i++) {
      int thread = i;
      new Thread(() -> commit(store.journal(), samples, thread)).start();
    }
    new CountDownLatch(1).await();
  }

  private static void commit(Journal journal, Samples samples, int thread) {
    var random = new Random();
    for (int n = 0; true; n++) {
      var id = "t" + thread + "n" + n;
      var line = new SpaceId("desk" + random.nextInt(4));
      var from = random.nextInt(40_000) / 4.0;
      var booking = samples.booking(id, line, Samples.slot(from, from + 0.5));
      var outcome = journal.commit(change(samples, id, booking));
      if (outcome instanceof CommitOutcome.Committed) {
        synchronized (KilledProcess.class) {
          System.out.println("ack " + booking.id().value() + " .");
        }
      }
    }
  }

  /** A booking with all that can go with it in one change. */
  private static Change change(Samples samples, String id, Booking booking) {
    var once =
        new Once(
            "tester", new RequestKey("book", samples.name(id), "d"), Booking.class, booking.id());
    return new Change(
        "tester",
        Optional.of(once),
        List.of(
            new Write.Put(booking, 0),
            new Write.Append(samples.usageAt(new CentreId("centre"), id)),
            new Write.Post(samples.transfer(id, "cash", "shop", "1.00"))),
        List.of(new Effect(samples.name(id), "rating", id, Samples.details())));
  }

  private static DataSource source(String url) {
    if (url.startsWith("derby:")) {
      var derby = new EmbeddedDataSource();
      derby.setDatabaseName(url.substring("derby:".length()));
      return derby;
    }
    var postgres = new PGSimpleDataSource();
    postgres.setUrl(url);
    postgres.setUser("postgres");
    return postgres;
  }
}
