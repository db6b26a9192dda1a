package org.escale.itests.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** OpenActive's own validator of RPDE feeds, brought by npm in the versions that are locked. */
final class OpenActive {
  private static final Path SOURCE = Path.of("src/test/node");
  private static final Path HOME = Path.of("target/node");
  private static final int PATIENCE = 300;

  private OpenActive() {}

  /**
   * Brings it, unless it is there.
   *
   * @throws AssertionError that says what is missing
   */
  static void bring() {
    try {
      Files.createDirectories(HOME);
      for (var name : List.of("package.json", "package-lock.json", "check.js")) {
        Files.copy(SOURCE.resolve(name), HOME.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
      if (!Files.isDirectory(HOME.resolve("node_modules/@openactive/rpde-validator"))) {
        run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
      }
    } catch (IOException e) {
      throw new AssertionError(
          "@openactive/rpde-validator could not be brought: node and npm (18 or later) must be"
              + " there, and a registry of npm be reachable, once: "
              + e.getMessage(),
          e);
    }
  }

  /** What it finds at that feed, a line each; the last line counts. */
  static List<String> check(String url) throws IOException {
    return run("node", "check.js", url).lines().toList();
  }

  private static String run(String... words) throws IOException {
    var builder = new ProcessBuilder(words).directory(HOME.toFile()).redirectErrorStream(true);
    builder.environment().put("NO_PROXY", "127.0.0.1");
    var process = builder.start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (!process.waitFor(PATIENCE, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(String.join(" ", words) + ": " + said);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
    return said;
  }
}
