package org.escale.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.Test;

/**
 * A process that commits without pause is killed (SIGKILL) 20 times; whatever it acknowledged is
 * there afterwards, once and whole (laws B1, B2, U2).
 */
public abstract class Killing {
  private static final int KILLS = 20;

  private final Set<String> acknowledged = new HashSet<>();
  private final Random random = new Random(7);

  /** The database, as the killed process finds it. */
  abstract String url();

  /** The same database; no process uses it when this is called. */
  abstract DataSource source();

  @Test(timeout = 900_000)
  public void b2_whatWasAcknowledgedSurvivesKills() throws Exception {
    for (int run = 0; run < KILLS; run++) {
      killed(run);
    }
    assertTrue("some of everything: " + acknowledged.size(), acknowledged.size() > KILLS);
    try (var store = new OpenStore(SharedStores.database(source()), SharedStores.CLOCK)) {
      var judge = new KilledStore(SharedStores.ports(store));
      judge.everythingWasOnce(acknowledged);
      judge.nothingOverlaps();
      judge.chainsAreWhole();
      assertEquals(Set.of(), judge.missing(acknowledged));
    }
  }

  private void killed(int run) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var errors = File.createTempFile("killed", ".log");
    var process =
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx192m",
                "-Dderby.stream.error.file=" + File.createTempFile("derby", ".log"),
                "-cp",
                System.getProperty("java.class.path"),
                KilledProcess.class.getName(),
                url(),
                "run" + run + "-")
            .redirectError(errors)
            .start();
    try (var lines =
        new BufferedReader(
            new java.io.InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      int patience = 5 + random.nextInt(400);
      var seen = new ArrayList<String>();
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("ack ") && line.endsWith(" .")) {
          seen.add(line.split(" ", -1)[1]);
        }
        if (seen.size() == patience) {
          // not Process.destroyForcibly, which would drop what is still in the pipe
          process.toHandle().destroyForcibly();
        }
      }
      acknowledged.addAll(seen);
      assertTrue("run " + run + ": " + Files.readString(errors.toPath()), seen.size() >= patience);
    } finally {
      process.toHandle().destroyForcibly();
      process.waitFor(30, TimeUnit.SECONDS);
    }
  }
}
