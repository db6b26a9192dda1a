package org.escale.itests.distribution;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.escale.itests.process.Distribution;
import org.escale.itests.process.EscaleProcess;
import org.escale.itests.process.Finished;
import org.escale.tck.machine.Ports;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** One data folder through the life that operators lead it. */
public class LauncherIT {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void oneFolderIsStartedStoppedAndKilledAndStartsAgain() throws IOException {
    Path data = folder.newFolder("a data folder").toPath();
    try (var first = EscaleProcess.start(data, "--empty").awaitReady()) {
      assertEquals("the pid file", Long.toString(first.pid()), pidFile(data));
      Finished second = EscaleProcess.run("--data", data.toString());
      assertEquals(second.output(), 4, second.code());
      assertTrue(second.output(), second.output().contains("process " + first.pid()));
      first.kill();
    }
    try (var again = EscaleProcess.start(data).awaitReady()) {
      assertEquals("after kill -9 the folder is free", Long.toString(again.pid()), pidFile(data));
      assertEquals("SIGTERM ends it cleanly", 0, again.stop());
    }
  }

  @Test
  public void aCommandIsRunInAStoppedInstance() {
    Path data = folder.getRoot().toPath().resolve("data");
    Finished shown = empty(data, "shell:echo Namur");
    assertEquals(shown.output(), 0, shown.code());
    assertEquals("Namur", shown.output().strip());

    Finished failed = empty(data, "no:such-command");
    assertEquals(failed.output(), 1, failed.code());
  }

  private static Finished empty(Path data, String command) {
    String port = Integer.toString(Ports.free());
    return EscaleProcess.run(
        "--data", data.toString(), "--empty", "--port", port, "--exec", command);
  }

  @Test
  public void itNeedsNeitherHomeNorItsOwnFolderToBeWritable() throws IOException {
    Path data = folder.getRoot().toPath().resolve("data");
    List<String> before = filesOf(Distribution.home());
    String port = Integer.toString(Ports.free());
    ProcessBuilder launch =
        EscaleProcess.command(
            List.of(
                "--data", data.toString(), "--empty", "--port", port, "--exec", "shell:echo up"));
    launch.environment().remove("HOME");

    Finished shown = Finished.of(launch);

    assertEquals(shown.output(), "up", shown.output().strip());
    assertEquals("nothing was written beside the data", before, filesOf(Distribution.home()));
    assertFalse(Files.exists(data.resolve("repository")));
  }

  private static List<String> filesOf(Path home) throws IOException {
    try (var files = Files.walk(home)) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  private static String pidFile(Path data) throws IOException {
    return Files.readString(data.resolve("escale.pid")).strip();
  }
}
