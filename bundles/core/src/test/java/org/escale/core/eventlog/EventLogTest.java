package org.escale.core.eventlog;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.escale.core.fixture.ToyVault;
import org.escale.spi.gateway.GatewayEvent;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Gateways' events are on disk before they are acknowledged, and in the database soon after. */
public class EventLogTest {
  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private final ToyReports reports = new ToyReports();
  private Path folder;

  @Before
  public void folder() {
    folder = temporary.getRoot().toPath().resolve("gateway-events");
  }

  @Test
  public void b2_whatIsNotedIsInTheDatabaseSoonAfterAsItWas() throws IOException {
    try (var log = Notes.log(folder, reports)) {
      log.note(Notes.HERE, Notes.events(1, 3));
      Notes.drained(log);
      assertEquals(Notes.events(1, 3), sorted(reports.counted()));
      assertTrue(log.up());
    }
  }

  @Test
  public void s6_thoseOfOneGrantComeInTheirOrder() throws IOException {
    try (var log = Notes.log(folder, reports)) {
      var all = new ArrayList<GatewayEvent>();
      for (long n = 1; n <= 100; n++) {
        var one = Notes.event(n, "ann");
        all.add(one);
        log.note(Notes.HERE, List.of(one, Notes.event(1000 + n, "bob")));
      }
      Notes.drained(log);
      var ann = reports.counted().stream().filter(e -> e.grant().value().equals("ann")).toList();
      assertEquals(all, ann);
    }
  }

  @Test
  public void b2_nobodyWaitsForADatabaseThatIsAway() throws IOException {
    reports.away(true);
    try (var log = Notes.log(folder, reports)) {
      log.note(Notes.HERE, Notes.events(1, 2));
      assertFalse(log.drained());
      reports.away(false);
      Notes.drained(log);
    }
    assertEquals(2, reports.counted().size());
  }

  @Test
  public void b2_whatWaitsWhenItIsClosedIsToldByTheNext() throws IOException {
    reports.away(true);
    try (var log = Notes.log(folder, reports)) {
      log.note(Notes.HERE, Notes.events(1, 2));
    }
    Notes.drain(folder, reports.away(false));
    assertEquals(Notes.events(1, 2), sorted(reports.counted()));
    Notes.drain(folder, reports);
    assertEquals("nothing is told again", 2, reports.told());
    assertEquals("what was told is away", List.of(), Notes.files(folder));
  }

  @Test
  public void e6_aboveItsLimitNothingIsAcknowledgedAndHealthSaysSo() throws IOException {
    reports.away(true);
    try (var log = Notes.log(folder, reports, 1000)) {
      for (int n = 1; log.up() && n < 1000; n++) {
        try {
          log.note(Notes.HERE, Notes.events(n, n));
        } catch (IOException expected) {
          assertFalse(log.up());
        }
      }
      assertTrue(log.text(), log.text().contains("more than 1000 octets wait"));
      assertThrows(IOException.class, () -> log.note(Notes.HERE, Notes.events(1000, 1000)));
      reports.away(false);
      Notes.drained(log);
      log.note(Notes.HERE, Notes.events(1000, 1000));
      assertTrue(log.up());
    }
  }

  @Test
  public void a3_whatAFaultOfOursWillNotHaveGoesAsideAndHoldsUpNobody() throws IOException {
    reports.fault(event -> event.sequence() == 2);
    try (var log = Notes.log(folder, reports)) {
      log.note(Notes.HERE, List.of(Notes.event(1, "ann"), Notes.event(2, "ann")));
      log.note(Notes.HERE, List.of(Notes.event(3, "ann"), Notes.event(4, "bob")));
      Notes.drained(log);
      assertEquals(List.of(1L, 3L, 4L), numbers(sorted(reports.counted())));
      assertTrue(log.text(), log.text().contains("set aside"));
      assertTrue("everybody else is served", log.up());
    }
    reports.fault(event -> false);
    try (var log = Notes.log(folder, reports)) {
      Notes.drained(log);
      assertTrue("an operator decides", log.text().contains("set aside"));
    }
    assertEquals(3, reports.counted().size());
  }

  @Test
  public void manyThreadsNoteAtTheSameTime() throws Exception {
    var threads = Executors.newFixedThreadPool(8);
    try (var log = Notes.log(folder, reports)) {
      var notes =
          LongStream.rangeClosed(1, 400)
              .mapToObj(n -> Executors.callable(() -> note(log, Notes.events(n, n))))
              .toList();
      for (var done : threads.invokeAll(notes)) {
        done.get();
      }
      Notes.drained(log);
      assertEquals(400, reports.counted().size());
      assertEquals(400, reports.told());
    } finally {
      threads.shutdownNow();
    }
  }

  private static void note(EventLog log, List<GatewayEvent> events) {
    try {
      log.note(Notes.HERE, events);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  public void withoutADataFolderTheyGoStraightToTheDatabase() throws IOException {
    try (var log = new EventLog(Optional.empty(), reports, new ToyVault(), 1000)) {
      log.note(Notes.HERE, Notes.events(1, 1));
      assertEquals(1, reports.counted().size());
      reports.away(true);
      assertThrows(IOException.class, () -> log.note(Notes.HERE, Notes.events(2, 2)));
    }
  }

  @Test
  public void whereTimeIsMovedByHandNobodyMovesItPastWhatWasSeen() {
    assertEquals(Optional.empty(), EventLog.folder(Clock.systemUTC(), "data"));
  }

  private static List<GatewayEvent> sorted(List<GatewayEvent> events) {
    events.sort(java.util.Comparator.comparingLong(GatewayEvent::sequence));
    return events;
  }

  private static List<Long> numbers(List<GatewayEvent> events) {
    return events.stream().map(GatewayEvent::sequence).toList();
  }
}
