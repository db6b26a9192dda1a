package org.escale.core.storm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.escale.core.centres.Freshness;
import org.escale.tck.storm.Judge;
import org.junit.Test;

/**
 * Scenario D5: a hundred spaces, ten clients each, all truth modes at once, engine and systems
 * crash at random while staff writes; then an independent judge reads what was written down.
 */
public class StormTest {
  private static final int CLIENTS = 10;
  private static final int THREADS = 2;
  private static final Duration MOMENT = Duration.ofMillis(250);

  /**
   * So many operations of clients in each moment, however fast the machine: clients that outrun the
   * staff write a longer history, not a harder one.
   */
  private static final int PACE = 10;

  private static final long PATIENCE_NANOS = 60_000_000_000L;

  @Test
  public void d5_everythingAcknowledgedStandsOnceAndCollisionsAreIncidents() throws Exception {
    var operations = Integer.getInteger("escale.storm.operations", 100_000);
    try (var storm = new Storm(false)) {
      var history = rage(storm, operations, "guarded");
      assertTrue("counted", storm.history.operations() >= operations);
      assertEquals(List.of(), Judge.violations(history));
    }
  }

  @Test
  public void d5_withTheGuardOffTheJudgeFindsWhatIsWrong() throws Exception {
    try (var storm = new Storm(true)) {
      var violations = Judge.violations(rage(storm, 15_000, "unguarded"));
      assertTrue(
          violations.toString(), violations.stream().anyMatch(v -> v.startsWith("confirmed over")));
    }
  }

  private static Path rage(Storm storm, int operations, String name) throws Exception {
    var pool = Executors.newFixedThreadPool(THREADS);
    var random = new Random(1);
    var turns = new Semaphore(0);
    try {
      var running = new ArrayList<Future<?>>();
      var clients = clients(storm);
      for (int n = 0; n < THREADS; n++) {
        int own = n;
        BooleanSupplier enough = () -> storm.history.operations() >= operations;
        running.add(pool.submit(() -> crowd(clients, own, enough, turns)));
      }
      var staff = new Staff(storm, random);
      while (running.stream().anyMatch(future -> !future.isDone())) {
        disturb(storm, random);
        staff.act();
        storm.pass(MOMENT);
        turns.release(PACE);
      }
      for (var future : running) {
        future.get();
      }
    } finally {
      pool.shutdownNow();
    }
    quiet(storm);
    return new Aftermath(storm).write(name);
  }

  private static List<Client> clients(Storm storm) {
    var names =
        IntStream.range(0, storm.spaces.size() * CLIENTS)
            .mapToObj(n -> "m" + n)
            .toArray(String[]::new);
    storm.house.company("c", names);
    var clients = new ArrayList<Client>();
    for (int n = 0; n < names.length; n++) {
      var space = storm.spaces.get(n % storm.spaces.size());
      clients.add(new Client(storm, space, names[n], new Random(n)));
    }
    return clients;
  }

  private static void crowd(
      List<Client> clients, int own, BooleanSupplier enough, Semaphore turns) {
    var random = new Random(own);
    while (!enough.getAsBoolean()) {
      turns.acquireUninterruptibly();
      clients.get(random.nextInt(clients.size() / THREADS) * THREADS + own).act();
    }
  }

  private static void disturb(Storm storm, Random random) throws Exception {
    if (random.nextInt(150) == 0) {
      storm.crash();
    }
    for (var toy : storm.toys.values()) {
      if (random.nextInt(100) == 0) {
        toy.down(random.nextInt(3) == 0);
        toy.loses(random.nextInt(4));
      }
    }
    if (random.nextInt(400) == 0) {
      storm.radicale.kill();
      storm.pass(MOMENT);
      storm.radicale.start();
    }
  }

  /** Nothing goes wrong any more; what waits is done, and everything is compared once. */
  private static void quiet(Storm storm) {
    storm.calm();
    storm.toys.values().forEach(toy -> toy.down(false));
    var end = System.nanoTime() + PATIENCE_NANOS;
    for (int round = 0; round < 3; round++) {
      storm.pass(Duration.ofMinutes(11));
      var since = storm.house.clock.instant();
      while (!settled(storm) || !unread(storm, since).isEmpty()) {
        if (System.nanoTime() > end) {
          throw new AssertionError(
              "it never came to rest: "
                  + storm.house.store.messages("centre", 5)
                  + unread(storm, since));
        }
        storm.pass(MOMENT);
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  private static List<String> unread(Storm storm, java.time.Instant since) {
    return storm.spaces.stream()
        .filter(Freshness::decidedThere)
        .filter(s -> storm.house.freshness.asOf(s, since).filter(since::isBefore).isEmpty())
        .map(space -> space.id().value())
        .toList();
  }

  private static boolean settled(Storm storm) {
    storm.house.store.messages("centre", 1000).stream()
        .filter(message -> message.due().isEmpty())
        .forEach(m -> storm.house.store.replay(m.effect().key(), storm.house.clock.instant()));
    return storm.house.store.messages("centre", 1000).isEmpty();
  }
}
