package org.escale.libraries.boxfiles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs real programs of Debian. One that is not there fails the test and is named. */
final class Programs {
  private static final int LIMIT_SECONDS = 20;

  /** How a program ended, and all it said. */
  record Ended(int code, String said) {
    boolean well() {
      return code == 0;
    }
  }

  private Programs() {}

  static Ended run(Path folder, String... command) throws IOException {
    there(command[0]);
    var output = Files.createTempFile(folder, "said", ".txt");
    var process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("does not end: " + List.of(command));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
    return new Ended(process.exitValue(), Files.readString(output, UTF_8));
  }

  /** A program that stays when all is well: ends it once it says one of these. */
  static String until(Path folder, List<String> words, String... command) throws IOException {
    there(command[0]);
    var process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    var said = new StringBuilder();
    try (var lines = process.inputReader(UTF_8)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        said.append(line).append('\n');
        if (words.stream().anyMatch(line::contains)) {
          break;
        }
      }
    } finally {
      process.destroyForcibly();
    }
    return said.toString();
  }

  private static void there(String program) {
    assertTrue(
        program + " is missing: ./test installs it from Debian's packages",
        List.of("/usr/sbin/", "/usr/bin/", "/sbin/", "/bin/").stream()
            .anyMatch(folder -> Files.isExecutable(Path.of(folder + program))));
  }
}
