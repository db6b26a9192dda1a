package org.escale.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.CommitOutcome.Committed;
import org.escale.spi.store.CommitOutcome.Refused;
import org.escale.spi.store.Effect;
import org.escale.spi.store.Outbox.Waiting;
import org.escale.spi.store.StoreException;
import org.escale.spi.store.Write;
import org.escale.store.write.LeaseHeldException;
import org.escale.tck.store.Samples;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/**
 * Two processes on one PostgreSQL: one writes and is given effects. Whoever lost its lease, and may
 * not know yet, commits nothing, is told of no effect, and takes none from its successor (B1, B6).
 */
public final class TakeOverTest {
  private static final String KIND = "centre";
  private static final Duration DEATH = Duration.ofSeconds(15);

  private final Samples samples = new Samples();
  private final DataSource source = SharedStores.newPostgres();
  private OpenStore first;
  private OpenStore second;

  @Before
  public void twoProcesses() throws SQLException {
    first = SharedStores.open(source);
    assertTrue(book(first, "a", 0) instanceof Committed);
    assertEquals(1, due(first).size());
    assertThrows(LeaseHeldException.class, this::another);
    cut();
    Awaitility.await("it is taken over")
        .atMost(DEATH)
        .pollInterval(Duration.ofMillis(5))
        .ignoreException(LeaseHeldException.class)
        .until(
            () -> {
              second = another();
              return true;
            });
  }

  @After
  public void close() {
    second.close();
    first.close();
  }

  @Test
  public void b6_whoLostItsLeaseIsGivenNoEffectAndTakesNone() {
    assertEquals("nothing is told twice", List.of(), due(first));
    var waiting = due(second);
    assertEquals(1, waiting.size());
    var key = waiting.get(0).effect().key();
    first.outbox().done(key);
    first.outbox().again(key, Samples.MONDAY.plusSeconds(60), "late");
    first.outbox().aside(key, "late");
    assertEquals("it waits as it did", waiting, due(second));
    second.outbox().done(key);
    assertEquals(List.of(), due(second));
  }

  @Test
  public void b1_whoLostItsLeaseCommitsNothingUntilItIsItsTurnAgain() {
    assertTrue(book(second, "b", 1) instanceof Committed);
    assertThrows(StoreException.class, () -> book(first, "c", 1));
    assertThrows(StoreException.class, () -> book(first, "d", 5));
    Awaitility.await("jo11").atMost(DEATH).until(() -> !first.journal().writable());
    assertTrue(book(second, "d", 5) instanceof Committed);
    second.close();
    Awaitility.await("it goes on by itself").atMost(DEATH).until(() -> first.journal().writable());
    assertTrue("what was promised meanwhile", book(first, "c", 1) instanceof Refused);
    assertTrue(book(first, "e", 7) instanceof Committed);
    assertEquals("all effects are its own", 4, due(first).size());
  }

  private OpenStore another() throws SQLException {
    return new OpenStore(SharedStores.database(source), SharedStores.CLOCK);
  }

  /** The line of whoever holds the lease is cut; it is not told. */
  private void cut() throws SQLException {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(l.pid) from pg_locks l join pg_database d"
              + " on d.oid = l.database where l.locktype = 'advisory'"
              + " and d.datname = current_database()");
    }
  }

  private static List<Waiting> due(OpenStore store) {
    return store.outbox().due(KIND, Samples.MONDAY.plusSeconds(1), 10);
  }

  private CommitOutcome book(OpenStore store, String id, int hour) {
    var slot = Samples.slot(hour, hour + 1);
    var booking = samples.booking(id, samples.space("desk"), slot);
    var effect = new Effect("e-" + id, KIND, id, Samples.details());
    return store
        .journal()
        .commit(
            new Change(
                "tester", Optional.empty(), List.of(new Write.Put(booking, 0)), List.of(effect)));
  }
}
