package org.escale.bench.storm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** Kills the hub and the centre's systems at random, and starts them again. */
final class Chaos implements AutoCloseable {
  private static final long MOMENT_MILLIS = 1_000;

  /** In so many moments, on average, each is killed once. */
  private static final int HUB_EVERY = 12;

  private static final int SYSTEM_EVERY = 8;
  private static final int LONGEST_GAP_MILLIS = 4_000;

  private final Random random = new Random(3);
  private final Map<String, Integer> kills = new TreeMap<>();
  private final Killed hub;
  private final Path data;
  private final int port;

  /** Starts the hub, which is ready then. */
  Chaos(Path distribution, Path folder, int port, Optional<String> postgres)
      throws IOException, InterruptedException {
    this.port = port;
    data = Files.createDirectories(folder.resolve("data"));
    var command =
        new ArrayList<>(
            List.of(distribution.toString(), "--data", data.toString(), "--port", "" + port));
    postgres.ifPresent(url -> command.addAll(List.of("--postgres", url)));
    hub = new Killed(folder.resolve("hub.log").toFile(), command);
    Rest.await("ready", () -> Files.exists(data.resolve("demo-accounts.json")) && door().ready());
  }

  Door door() throws IOException {
    return new Door(port, data);
  }

  void rage(World world, BooleanSupplier raging) throws IOException, InterruptedException {
    while (raging.getAsBoolean()) {
      Thread.sleep(MOMENT_MILLIS);
      if (random.nextInt(HUB_EVERY) == 0) {
        restartHub();
      }
      for (var system : world.systems().entrySet()) {
        if (random.nextInt(SYSTEM_EVERY) == 0) {
          system.getValue().program().kill();
          Thread.sleep(random.nextInt(LONGEST_GAP_MILLIS));
          system.getValue().again();
          kills.merge(system.getKey(), 1, Integer::sum);
        }
      }
    }
  }

  /** Kills it, and waits until it is ready again. */
  void restartHub() throws IOException, InterruptedException {
    hub.kill();
    kills.merge("hub", 1, Integer::sum);
    hub.start();
    var again = door();
    Rest.await("ready again", again::ready);
  }

  /** How often what was killed. */
  @Override
  public String toString() {
    return "killed " + kills;
  }

  @Override
  public void close() throws InterruptedException {
    hub.close();
  }
}
