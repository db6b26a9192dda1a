package org.escale.core.centres;

import static org.escale.core.fixture.Mill.hours;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.escale.adapter.AdapterId;
import org.escale.adapter.InstalledAdapter;
import org.escale.booking.Booking.State;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Mill;
import org.escale.core.fixture.ToyVault;
import org.escale.core.plugins.Gates;
import org.escale.core.plugins.Marked;
import org.escale.core.plugins.Quarantine;
import org.escale.federation.CentreId;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** An adapter that hangs while it opens, or eats all memory, costs its own centre only (E3, A3). */
public final class AdapterGuardTest {
  private static final String STUCK = StuckAdapter.class.getName();

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Mill mill = new Mill();
  private final StuckAdapter stuck = new StuckAdapter();

  @Before
  public void neighbour() {
    mill.hall.centre("y", 1);
  }

  @After
  public void close() {
    stuck.letGo.countDown();
    mill.close();
  }

  private static InstalledAdapter row() {
    return new InstalledAdapter(
        new AdapterId("a-y"),
        new CentreId("y"),
        "stuck",
        Map.of(),
        Map.of("y-1", "one"),
        Duration.ofSeconds(30),
        Duration.ofSeconds(5));
  }

  @Test(timeout = 30_000)
  public void e3_a3_oneThatHangsWhileItOpensHoldsUpNobodyAndItsLateLinkIsClosed() throws Exception {
    mill.hall.house.systems.addAdapter(stuck);
    mill.hall.house.put(row());
    var began = System.nanoTime();
    mill.hall.steward.runDue();
    assertTrue("the Steward goes on", System.nanoTime() - began < 3_000_000_000L);
    mill.await(() -> stuck.began.getCount() == 0);
    var asked = Answers.done(mill.ask("own-1", hours(14, 16))).word();
    mill.await(asked, State.CONFIRMED);
    mill.await(() -> gaveUp() > 0);
    stuck.letGo.countDown();
    assertTrue("what came late is closed", stuck.closed.await(5, TimeUnit.SECONDS));
    mill.await(() -> mill.hall.house.systems.open(row().id()).isPresent());
  }

  private long gaveUp() {
    return mill.hall.house.gates.seen().stream()
        .filter(seen -> seen.name().equals(STUCK))
        .mapToLong(seen -> seen.failures())
        .sum();
  }

  @Test(timeout = 30_000)
  public void e3_whoInstallsOneThatHangsIsToldSo() {
    mill.hall.house.systems.addAdapter(stuck);
    var operator = mill.hall.house.federation();
    var said = mill.adapters.install(operator, row(), 0);
    Answers.refused(RefusalCode.TEMPORARILY_UNAVAILABLE, said);
    assertEquals(STUCK, ((Outcome.Refused<?>) said).refusal().details().get("plugIn"));
  }

  @Test(timeout = 30_000)
  public void e3_oneThatRanWhenMemoryEndedIsAskedNothingUntilItIsReleased() throws Exception {
    var data = folder.newFolder().toPath();
    var systems = systems(new Quarantine(Optional.of(data)));
    systems.addAdapter(stuck);
    mill.hall.house.put(row());
    mill.await(
        () -> {
          systems.run(mill.hall.house.clock.instant());
          return stuck.began.getCount() == 0;
        });

    var quarantine = afterMemoryEnded(data);
    assertEquals(Set.of(STUCK), quarantine.names());
    var again = systems(quarantine);
    var next = new StuckAdapter();
    next.letGo.countDown();
    again.addAdapter(next);
    again.run(mill.hall.house.clock.instant());
    assertEquals(0, next.named.get());
    quarantine.release(STUCK);
    mill.await(() -> opened(again));
    systems.close();
    again.close();
  }

  private boolean opened(Systems systems) {
    systems.run(mill.hall.house.clock.instant());
    return systems.open(row().id()).isPresent();
  }

  @Test(timeout = 30_000)
  public void e3_whatRunsOnTheThreadOfASystemIsMarkedToo() throws Exception {
    var data = folder.newFolder().toPath();
    var marked = new Marked(new Quarantine(Optional.of(data)), STUCK);
    stuck.letGo.countDown();
    var link = stuck.open(null);
    try (var system = new OpenSystem(row(), link, mill.hall.house.clock, marked)) {
      assertEquals(Set.of(STUCK), system.ask(() -> afterMemoryEnded(data).names()));
    }
  }

  private static Quarantine afterMemoryEnded(Path data) throws IOException {
    Files.createFile(data.resolve("out-of-memory"));
    return new Quarantine(Optional.of(data));
  }

  private Systems systems(Quarantine quarantine) {
    var house = mill.hall.house;
    return new Systems(
        house.clock, house.snapshots, new ToyVault(), new Gates(quarantine), quarantine);
  }
}
