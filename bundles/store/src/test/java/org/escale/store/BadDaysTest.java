package org.escale.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.escale.booking.Booking;
import org.escale.caller.RequestKey;
import org.escale.caller.Sight;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.Once;
import org.escale.spi.store.StoreException;
import org.escale.spi.store.Write;
import org.escale.store.FailingSource.Fault;
import org.escale.tck.store.Samples;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

/** What fails is told, leaves nothing half done, and mends by itself (laws B2, E6, JO10). */
@RunWith(Parameterized.class)
public final class BadDaysTest {
  private final Samples samples = new Samples();
  private final FailingSource failing;
  private final OpenStore store;

  /** On that database. */
  public BadDaysTest(String name, boolean server) {
    this.failing = new FailingSource(server ? SharedStores.newPostgres() : SharedStores.newDerby());
    this.store = SharedStores.open(failing.source());
    assertTrue(!name.isEmpty());
  }

  /** Both databases. */
  @Parameterized.Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return List.of(new Object[] {"derby", false}, new Object[] {"postgresql", true});
  }

  @After
  public void close() {
    failing.breaks(Fault.NONE);
    store.close();
  }

  @Test
  public void jo10_aFullDiskRefusesWritesLeavesReadsAndMends_e6() {
    var first = book("a", 0);
    assertTrue(first instanceof CommitOutcome.Committed);
    failing.breaks(Fault.WRITING);
    assertThrows(StoreException.class, () -> book("b", 1));
    assertEquals("nothing is taken", 1, free(1));
    assertTrue("reads go on", word("a").isPresent());
    assertTrue(word("b").isEmpty());
    assertFalse("jo11", store.journal().writable());
    failing.breaks(Fault.NONE);
    mended("b", 1);
    assertTrue("jo11", store.journal().writable());
    assertEquals(2, store.journal().head());
  }

  @Test
  public void jo11_anIdleJournalSeesItsDatabaseGoAndComeBack_e6() {
    assertTrue(store.journal().writable());
    failing.breaks(Fault.AWAY);
    Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !store.journal().writable());
    failing.breaks(Fault.NONE);
    Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> store.journal().writable());
  }

  @Test
  public void jo10_aLostDatabaseIsOpenedAgain_e6() {
    book("a", 0);
    failing.breaks(Fault.AWAY);
    assertThrows(StoreException.class, () -> book("b", 1));
    assertThrows(StoreException.class, () -> word("a"));
    assertEquals("the calendar needs no database", 0, free(0));
    assertEquals(1, free(1));
    failing.breaks(Fault.NONE);
    mended("b", 1);
    assertEquals(2, store.journal().head());
    assertEquals(2, store.journal().since(0, 10).size());
  }

  @Test
  public void jo10_beforeACommitNothingHappened_b3() {
    failing.breaks(Fault.BEFORE_COMMIT);
    assertThrows(StoreException.class, () -> book("a", 0));
    assertEquals(1, free(0));
    failing.breaks(Fault.NONE);
    mended("a", 0);
    assertEquals(1, store.journal().head());
  }

  @Test
  public void jo10_whatCannotBeTakenBackIsSeenByNobody_b2() {
    failing.breaks(Fault.STUCK);
    assertThrows(StoreException.class, () -> book("a", 0));
    assertFalse("it never happened", seen("a"));
    failing.breaks(Fault.NONE);
    mended("b", 1);
    assertFalse(seen("a"));
    assertTrue("reads go on", word("b").isPresent());
    assertEquals(1, store.journal().head());
  }

  private boolean seen(String id) {
    try {
      return word(id).isPresent();
    } catch (StoreException nobodyMayLook) {
      return false;
    }
  }

  @Test
  public void jo10_whatAMistakeLeftHalfWrittenIsNeverCommitted_b3() {
    failing.breaks(Fault.MISTAKE);
    assertThrows(StoreException.class, () -> book("a", 0));
    failing.breaks(Fault.NONE);
    mended("b", 1);
    assertTrue(word("a").isEmpty());
    assertEquals(1, free(0));
    assertEquals(1, store.journal().head());
  }

  @Test
  public void b3_whatIsRepeatedWhileItIsWrittenWaitsForItsEnd() throws Exception {
    failing.breaks(Fault.STILL);
    var first = CompletableFuture.supplyAsync(() -> book("a", 0));
    Awaitility.await("tried, and not committed").until(() -> free(0) == 0);
    var repeated = CompletableFuture.supplyAsync(() -> store.journal().recall("tester", key("a")));
    Awaitility.await().until(() -> waits(repeated) || repeated.isDone());
    failing.breaks(Fault.NONE);
    assertTrue(repeated.get().orElseThrow() instanceof CommitOutcome.Replayed);
    assertTrue(first.get() instanceof CommitOutcome.Committed);
  }

  private static boolean waits(CompletableFuture<?> running) {
    return !running.isDone()
        && Thread.getAllStackTraces().values().stream()
            .flatMap(Arrays::stream)
            .anyMatch(frame -> frame.getMethodName().equals("settle"));
  }

  @Test
  public void jo10_aLostAnswerIsFoundByItsKey_b3() {
    failing.breaks(Fault.AFTER_COMMIT);
    assertThrows(StoreException.class, () -> book("a", 0));
    failing.breaks(Fault.NONE);
    mended("b", 1);
    assertEquals("it had happened", 0, free(0));
    assertTrue(word("a").isPresent());
    assertTrue("once", book("a", 0) instanceof CommitOutcome.Replayed);
    assertEquals(
        new CommitOutcome.Refused(
            Refusal.of(RefusalCode.SPACE_TAKEN, "line", samples.space("desk").value())),
        book("c", 0));
    assertEquals(2, store.journal().head());
  }

  @Test
  public void aWriterThatLostItsLeaseReadsAnewBeforeItWrites_b1() throws SQLException {
    book("a", 0);
    var foreign = samples.foreign("f", samples.space("desk"), Samples.slot(5, 6));
    store.journal().commit(Change.of(new Write.Put(foreign, 0)));
    try (var connection = failing.source().getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate("update lease set epoch = epoch + 1");
      statement.executeUpdate(
          "insert into busy (line_no, starts, ends, booking)"
              + " select line_no, ends, ends + 3600000000000, 'other' from busy");
    }
    assertTrue("" + book("b", 1), book("b", 1) instanceof CommitOutcome.Refused);
    assertTrue(book("c", 2) instanceof CommitOutcome.Committed);
    assertTrue("CA3", book("d", 5) instanceof CommitOutcome.Refused);
  }

  @Test
  public void b2_closingWritesWhatWaitsAndRefusesTheRest() throws Exception {
    var acknowledged = ConcurrentHashMap.<String>newKeySet();
    var pool = Executors.newFixedThreadPool(8);
    for (int i = 0; i < 8; i++) {
      int thread = i;
      pool.execute(
          () -> {
            for (int n = 0; true; n++) {
              try {
                book(thread + "-" + n, thread * 1000 + n);
                acknowledged.add(thread + "-" + n);
              } catch (StoreException closed) {
                return;
              }
            }
          });
    }
    Awaitility.await().until(() -> acknowledged.size() > 40);
    store.close();
    pool.shutdown();
    assertTrue(pool.awaitTermination(15, TimeUnit.SECONDS));
    try (var again = SharedStores.open(failing.source())) {
      assertEquals(acknowledged.size(), again.journal().head());
    }
  }

  private void mended(String id, int hour) {
    Awaitility.await()
        .ignoreExceptionsInstanceOf(StoreException.class)
        .until(() -> !(book(id, hour) instanceof CommitOutcome.Refused));
    assertEquals(0, free(hour));
  }

  private CommitOutcome book(String id, int hour) {
    var slot = Samples.slot(hour, hour + 1);
    var booking = samples.booking(id, samples.space("desk"), slot);
    var once = new Once("tester", key(id), Booking.class, booking.id());
    var put = List.<Write>of(new Write.Put(booking, 0));
    return store.journal().commit(new Change("tester", Optional.of(once), put, List.of()));
  }

  private static RequestKey key(String id) {
    return new RequestKey("book", id, "digest");
  }

  private Optional<Booking> word(String id) {
    var booking = samples.booking(id, samples.space("desk"), Samples.slot(0, 1));
    return store.words().get(Booking.class, booking.id(), Sight.PLATFORM).map(k -> k.word());
  }

  private int free(int hour) {
    return store
        .calendar()
        .free(List.of(samples.space("desk")), Samples.slot(hour, hour + 1))
        .size();
  }
}
