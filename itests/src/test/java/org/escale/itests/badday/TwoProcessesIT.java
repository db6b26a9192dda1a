package org.escale.itests.badday;

import static org.junit.Assert.assertEquals;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.escale.itests.process.EscaleProcess;
import org.escale.itests.process.Http;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Two instances on one PostgreSQL, and a centre that keeps its own system: one of them works, the
 * other waits. One that was frozen, lost its lease and wakes again confirms nothing (B1, B6).
 */
public class TwoProcessesIT {
  private static final int PROMISED = 12;
  private static final Duration FROZEN = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static PostgresServer postgres;
  private static OwnSystem system;
  private static EscaleProcess first;
  private static EscaleProcess second;

  @BeforeClass
  public static void start() throws Exception {
    postgres = new PostgresServer(FOLDER.getRoot().toPath().resolve("postgres"));
    system = new OwnSystem(FOLDER.newFolder().toPath());
    var data = FOLDER.newFolder().toPath();
    first = EscaleProcess.start(data, "--postgres", postgres.url()).awaitReady();
    system.connect(first);
    // both open the same secrets
    var beside = FOLDER.newFolder().toPath();
    Files.copy(data.resolve("instance.key"), beside.resolve("instance.key"));
    second = EscaleProcess.start(beside, "--postgres", postgres.url()).awaitHttp();
  }

  @AfterClass
  public static void stop() throws Exception {
    for (var each : new AutoCloseable[] {second, first, system, postgres}) {
      if (each != null) {
        each.close();
      }
    }
  }

  @Test
  public void b1_b6_whoWasFrozenAndLostItsLeaseConfirmsNothing() throws Exception {
    var days = Field.of(first);
    var patrons = new Patrons(member(first), new Field(OwnSystem.SPACES, days.firstDay(), 20));
    patrons.close();
    Awaitility.await("its door is there").atMost(PATIENCE).until(() -> ready(second) >= 500);
    assertEquals("the second waits", 503, ready(second));
    patrons.burst(PROMISED);
    assertEquals("it waits still", 503, ready(second));
    first.freeze();
    var frozenAt = System.nanoTime();
    postgres.cutLease();
    second.awaitReady();
    patrons.turnTo(member(second));
    agreed("what the first promised is carried out by the second", patrons);
    patrons.burst(PROMISED);
    agreed("it goes on", patrons);
    Awaitility.await("it was frozen for half a minute")
        .atMost(PATIENCE)
        .until(() -> System.nanoTime() - frozenAt > FROZEN.toNanos());

    var there = system.ours();
    first.signal("CONT");
    Awaitility.await("it knows").atMost(PATIENCE).until(() -> ready(first) == 503);
    var watched = System.nanoTime() + Duration.ofSeconds(12).toNanos();
    Awaitility.await("it was watched for twelve seconds")
        .atMost(PATIENCE)
        .until(
            () -> {
              assertEquals("it touches nothing there", there, system.ours());
              return System.nanoTime() > watched;
            });
    patrons.burst(PROMISED);
    agreed("the second goes on beside it", patrons);
    assertEquals(503, ready(first));
    assertEquals(200, ready(second));
  }

  private static void agreed(String what, Patrons patrons) {
    Awaitility.await(what)
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertEquals("both sides are equal", patrons.firm(), system.ours());
              patrons.assertNothingIsLostOrDoubled();
            });
  }

  private static int ready(EscaleProcess escale) {
    try {
      return escale.http().get("/health/ready").status();
    } catch (UncheckedIOException busy) {
      return 0;
    }
  }

  private static Http member(EscaleProcess escale) {
    return escale.http(first.accounts().of("member", "memberId", "bram"));
  }
}
