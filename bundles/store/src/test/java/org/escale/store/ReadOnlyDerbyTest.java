package org.escale.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.apache.derby.jdbc.EmbeddedDriver;
import org.awaitility.Awaitility;
import org.escale.booking.Booking;
import org.escale.caller.Sight;
import org.escale.spi.store.Change;
import org.escale.spi.store.StoreException;
import org.escale.spi.store.Write;
import org.escale.tck.store.Samples;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Derby opens a database for reading only where it cannot write its lock file, as on a full disk. A
 * folder of the lock file's name does the same to it, and nothing else.
 */
public final class ReadOnlyDerbyTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Samples samples = new Samples();

  @Test
  public void jo10_whatWasOpenedForReadingOnlyIsOpenedAnew_e6() throws Exception {
    var place = folder.getRoot().toPath().resolve("db");
    try (var store = SharedStores.open(derby(place))) {
      var first = book(store, "a", 0);
      shutDown(place);
      var lock = Files.createDirectory(place.resolve("db.lck"));
      assertThrows(StoreException.class, () -> book(store, "b", 1));
      Files.delete(lock);
      Awaitility.await()
          .ignoreExceptionsInstanceOf(StoreException.class)
          .untilAsserted(() -> book(store, "b", 1));
      assertTrue("b2", store.words().get(Booking.class, first.id(), Sight.PLATFORM).isPresent());
      assertEquals(2, store.journal().head());
    }
    shutDown(place);
  }

  @Test
  public void e6_aStoreIsNotOpenedForReadingOnly() throws Exception {
    var place = folder.getRoot().toPath().resolve("db");
    SharedStores.open(derby(place)).close();
    shutDown(place);
    Files.createDirectory(place.resolve("db.lck"));
    var database = SharedStores.database(derby(place));
    var refused =
        assertThrows(SQLException.class, () -> new OpenStore(database, SharedStores.CLOCK).close());
    assertEquals("25502", refused.getSQLState());
  }

  private Booking book(OpenStore store, String id, int hour) {
    var booking = samples.booking(id, samples.space("desk"), Samples.slot(hour, hour + 1));
    store.journal().commit(Change.of(new Write.Put(booking, 0)));
    return booking;
  }

  private static EmbeddedDataSource derby(Path place) {
    var source = new EmbeddedDataSource();
    source.setDatabaseName(place.toString());
    source.setCreateDatabase("create");
    return source;
  }

  private static void shutDown(Path place) {
    var address = "jdbc:derby:" + place + ";shutdown=true";
    var ended =
        assertThrows(
            SQLException.class, () -> new EmbeddedDriver().connect(address, new Properties()));
    assertEquals("08006", ended.getSQLState());
  }
}
