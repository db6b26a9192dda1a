package org.escale.core.directories;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.escale.adapter.InstalledDirectory;
import org.escale.core.fixture.Answers;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.spi.directory.DirectoryAdapter;
import org.escale.spi.directory.DirectoryConfig;
import org.escale.spi.directory.DirectoryLink;
import org.escale.spi.directory.Setting;
import org.junit.After;
import org.junit.Test;

/** A directory whose adapter hangs while it opens costs nobody else anything (E3, A3). */
public final class SourceGuardTest {
  private final Bridge bridge = new Bridge();
  private final CountDownLatch began = new CountDownLatch(1);
  private final CountDownLatch letGo = new CountDownLatch(1);
  private final AtomicInteger interruptions = new AtomicInteger();

  @After
  public void close() {
    letGo.countDown();
    bridge.close();
  }

  /** Opens when it is let go, and does not mind being interrupted. */
  private final class Stuck implements DirectoryAdapter {
    @Override
    public String kind() {
      return "stuck";
    }

    @Override
    public List<Setting> settings() {
      return List.of();
    }

    @Override
    public DirectoryLink open(DirectoryConfig config) {
      began.countDown();
      while (letGo.getCount() > 0) {
        try {
          letGo.await();
        } catch (InterruptedException ignored) {
          interruptions.incrementAndGet();
        }
      }
      return bridge.there;
    }
  }

  private static InstalledDirectory row() {
    return new InstalledDirectory(
        Bridge.THERE,
        "stuck",
        Map.of(),
        Bridge.staff(),
        Duration.ofMinutes(5),
        Duration.ofSeconds(5),
        20);
  }

  @Test(timeout = 30_000)
  public void e3_a3_oneThatHangsWhileItOpensHoldsUpNobody() throws Exception {
    bridge.sources.addAdapter(new Stuck());
    bridge.hall.house.put(row());
    var started = System.nanoTime();
    bridge.hall.steward.runDue();
    assertTrue("the Steward goes on", System.nanoTime() - started < 3_000_000_000L);
    Bridge.await(
        () -> {
          bridge.hall.pass(Duration.ofSeconds(1));
          return began.getCount() == 0;
        });
    assertTrue("and is not there", bridge.sources.open(Bridge.THERE).isEmpty());
  }

  @Test(timeout = 30_000)
  public void e3_whoInstallsOneThatHangsIsToldSo() {
    bridge.sources.addAdapter(new Stuck());
    var said = bridge.directories.install(bridge.hall.house.federation(), row(), 0);
    Answers.refused(RefusalCode.TEMPORARILY_UNAVAILABLE, said);
    var refusal = ((Outcome.Refused<?>) said).refusal();
    assertEquals(Stuck.class.getName(), refusal.details().get("plugIn"));
  }
}
