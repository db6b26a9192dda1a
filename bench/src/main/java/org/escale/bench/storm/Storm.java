package org.escale.bench.storm;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.escale.tck.storm.Judge;

/**
 * Scenario D5 with the whole distribution: a thousand clients over HTTP, staff in its own
 * calendars, hub and calendar servers killed at random; then a judge reads the history's file.
 */
public final class Storm {
  private static final int THREADS = 8;

  private final int operations;
  private final History history;
  private final World world;
  private final Chaos chaos;
  private final Door door;

  private Storm(int operations, History history, World world, Chaos chaos) throws IOException {
    this.operations = operations;
    this.history = history;
    this.world = world;
    this.chaos = chaos;
    this.door = chaos.door();
  }

  /** {@code OPERATIONS derby|postgres PORT DISTRIBUTION SCRIPTS FOLDER HISTORIES}. */
  public static void main(String... words) throws Exception {
    var folder = Path.of(words[5]);
    var postgres = words[1].equals("postgres") ? Optional.of(postgres()) : Optional.<String>empty();
    var file = Path.of(words[6], "storm-" + words[1] + ".tsv");
    List<String> violations;
    try (var history = new History(file);
        var world = new World(folder, Path.of(words[4]));
        var chaos = new Chaos(Path.of(words[3]), folder, Integer.parseInt(words[2]), postgres)) {
      new Storm(Integer.parseInt(words[0]), history, world, chaos).run();
      violations = Judge.violations(file);
      System.out.printf(
          "%d operations %s; %s; %d violations; history %s%n",
          history.operations(), history.counted(), chaos, violations.size(), file);
    }
    violations.stream().limit(20).forEach(System.out::println);
    System.exit(violations.isEmpty() ? 0 : 1);
  }

  private static String postgres() throws IOException {
    var server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("max_connections", "100")
            .start();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    server.close();
                  } catch (IOException left) {
                    System.err.println("PostgreSQL was left behind");
                  }
                }));
    return "postgresql://postgres:postgres@127.0.0.1:%d/postgres".formatted(server.getPort());
  }

  private void run() throws Exception {
    world.connect(door);
    System.out.println("connected and proven; raging");
    var clients = new ArrayList<Client>();
    for (int n = 0; n < world.clients(); n++) {
      clients.add(new Client(door, history, world.desks().get(n % world.desks().size()), n));
    }
    var began = System.nanoTime();
    rage(clients);
    System.out.printf("raged for %d s%n", Duration.ofNanos(System.nanoTime() - began).toSeconds());
    var rest = new Rest(door, world, clients);
    rest.told();
    System.out.println("all is answered and told");
    chaos.restartHub(); // everything is compared after a start
    rest.told();
    rest.compared();
    new Aftermath(door, world, history).write();
  }

  private void rage(List<Client> clients) throws Exception {
    var pool = Executors.newFixedThreadPool(THREADS + 1);
    try {
      var running = new ArrayList<Future<Void>>();
      for (int n = 0; n < THREADS; n++) {
        running.add(pool.submit(new Crowd(clients, n, THREADS, this::raging)));
      }
      var staff = new Staff(history, world.desks());
      Callable<Void> acting =
          () -> {
            while (raging()) {
              Crowd.tried(staff::act);
              Thread.sleep(20);
            }
            return null;
          };
      running.add(pool.submit(acting));
      chaos.rage(world, this::raging);
      for (var one : running) {
        one.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private boolean raging() {
    return history.operations() < operations;
  }
}
