package org.escale.core.plugins;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.escale.core.fixture.Acme;
import org.escale.core.fixture.House;
import org.escale.service.Operations;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A plug-in that exhausts memory begins in quarantine (law E3). */
public class QuarantineTest {
  private static final String GREEDY = "org.example Greedy";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void e3_whoRanWhenMemoryWasExhaustedBeginsInQuarantineUntilReleased() throws Exception {
    assertEquals("exhausted", 3, gluttony());
    var quarantine = quarantine();
    assertEquals(Set.of(GREEDY), quarantine.names());
    assertEquals("also after another restart", Set.of(GREEDY), quarantine().names());
    try (var house = new House()) {
      var releases = new Releases(house.commits, house.snapshots, house.clock);
      var plugIns = new PlugIns(releases, quarantine);
      plugIns.add(new Glutton.Greedy(), "org.example", "1.0.0");
      plugIns.add(new Acme.Leaving("kind"), "org.example", "1.0.0");
      assertEquals(Set.of(GREEDY), plugIns.quarantined());
      assertEquals(List.of("kind/visit/1 false", GREEDY + " true"), seen(plugIns));
      assertFalse(plugIns.release("org.example Leaving"));
      assertTrue(plugIns.release(GREEDY));
      assertEquals(List.of("greedy/billing/1 false", "kind/visit/1 false"), seen(plugIns));
      plugIns.close();
    }
    assertEquals(Set.of(), quarantine().names());
  }

  @Test
  public void e6_aProcessThatWasKilledSaysNothingAboutWhoRan() throws IOException {
    var running = Markers.in(data().resolve("plug-ins-running"));
    var seen = new java.util.ArrayList<Set<String>>();
    assertEquals(Set.of(), running.running());
    call(running, () -> seen.add(Markers.in(data().resolve("plug-ins-running")).running()));
    assertEquals("another look at the file", List.of(Set.of(GREEDY)), seen);
    call(
        running,
        () -> {
          assertEquals(Set.of(), quarantine().names());
          return true;
        });
  }

  @Test
  public void e3_moreCallsThanThereAreSlotsRunUnmarked() {
    var markers = Markers.nowhere();
    assertEquals(300, nested(markers, 300));
    assertEquals(Set.of(), markers.running());
  }

  private static int nested(Markers markers, int depth) {
    return depth == 0 ? 0 : 1 + call(markers, () -> nested(markers, depth - 1));
  }

  private static <T> T call(Markers markers, java.util.concurrent.Callable<T> call) {
    try {
      return markers.marked(GREEDY, call).call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> seen(PlugIns plugIns) {
    return plugIns.seen().stream().map(QuarantineTest::line).toList();
  }

  private static String line(Operations.PlugIn plugIn) {
    return plugIn.name() + " " + plugIn.quarantined();
  }

  /** Runs until its memory is exhausted, with the launch options of the distribution. */
  private int gluttony() throws IOException, InterruptedException {
    var launch = Files.readString(Path.of("../../distribution/src/main/resources/bin/escale"));
    var writes = "-XX:OnOutOfMemoryError=: >\"$ESCALE_DATA/out-of-memory\"";
    assertTrue(launch.contains("-XX:+ExitOnOutOfMemoryError"));
    assertTrue(launch.contains("'" + writes + "'"));
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                writes,
                "-cp",
                System.getProperty("java.class.path"),
                Glutton.class.getName(),
                data().toString())
            .redirectErrorStream(true)
            .redirectOutput(new File(folder.getRoot(), "glutton.log"));
    process.environment().put("ESCALE_DATA", data().toString());
    var child = process.start();
    assertTrue("it ends", child.waitFor(60, TimeUnit.SECONDS));
    return child.exitValue();
  }

  private Path data() throws IOException {
    return Files.createDirectories(folder.getRoot().toPath().resolve("data of an instance"));
  }

  private Quarantine quarantine() throws IOException {
    return new Quarantine(Optional.of(data()));
  }
}
