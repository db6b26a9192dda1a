package org.escale.bench.storm;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Nothing goes wrong any more: waits until both sides have said all to each other. */
record Rest(Door door, World world, List<Client> clients) {
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final int COMPARED = 3;

  /** Something to wait for. */
  @FunctionalInterface
  interface Condition {
    boolean holds() throws IOException, InterruptedException;
  }

  /** Waits until something is so; what cannot be told yet is not. */
  static void await(String what, Condition condition) throws InterruptedException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!holds(condition)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("never: " + what);
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static boolean holds(Condition condition) throws InterruptedException {
    try {
      return condition.holds();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** What was asked for is answered and told, whatever was set aside. */
  void told() throws InterruptedException {
    var open = new ArrayList<>(clients);
    await("answered", () -> answered(open));
    await("told", this::nothingWaits);
  }

  private static boolean answered(List<Client> open) throws IOException, InterruptedException {
    for (var client : List.copyOf(open)) {
      if (client.settled()) {
        open.remove(client);
      }
    }
    return open.isEmpty();
  }

  private boolean nothingWaits() throws IOException, InterruptedException {
    var none = true;
    for (var system : world.systems().keySet()) {
      var queue = door.must("operator", "GET", "adapters/" + system + "/queue").path("items");
      for (var waiting : queue) {
        none = false;
        if (waiting.path("state").asText().equals("ASIDE")) {
          var entry = "adapters/" + system + "/queue/" + waiting.path("id").asText() + "/replay";
          door.ask("operator", "POST", entry, "{}");
        }
      }
    }
    return none;
  }

  /** All was read several times since, and nothing came of it that is not told. */
  void compared() throws InterruptedException {
    for (int round = 0; round < COMPARED; round++) {
      var since = Instant.now();
      await("read", () -> readSince(since));
      await("told", this::nothingWaits);
    }
  }

  private boolean readSince(Instant since) throws IOException, InterruptedException {
    for (var system : world.systems().keySet()) {
      var asOf = door.must("operator", "GET", "adapters/" + system).path("asOf");
      for (var desk : world.desks()) {
        var last = asOf.path(desk.id()).asText();
        if (desk.there()
            && world.systems().get(system).equals(desk.system())
            && (last.isEmpty() || Instant.parse(last).isBefore(since))) {
          return false;
        }
      }
    }
    return true;
  }
}
