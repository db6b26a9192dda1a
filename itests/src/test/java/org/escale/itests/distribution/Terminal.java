package org.escale.itests.distribution;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.escale.itests.process.EscaleProcess;

/** The launcher in a terminal, as somebody at a keyboard has it. */
final class Terminal implements AutoCloseable {
  private final Process process;
  private final Path shown;
  private final Writer keys;

  /** Starts the launcher with those options. */
  Terminal(Path shown, List<String> options) throws IOException {
    this.shown = shown;
    var launch = EscaleProcess.command(options);
    var line = String.join(" ", launch.command().stream().map(Terminal::quoted).toList());
    launch.command(List.of("script", "--quiet", "--return", "--command", line, "/dev/null"));
    this.process = launch.redirectOutput(shown.toFile()).start();
    this.keys = process.outputWriter(StandardCharsets.UTF_8);
  }

  /** Types a line. */
  void type(String line) throws IOException {
    keys.write(line + "\r");
    keys.flush();
  }

  /** Waits until it shows that, at most five minutes. */
  void awaitShown(String text) {
    Awaitility.await("the terminal shows " + text)
        .atMost(Duration.ofMinutes(5))
        .until(() -> shown().contains(text));
  }

  String shown() throws IOException {
    return new String(Files.readAllBytes(shown), StandardCharsets.UTF_8);
  }

  private static String quoted(String word) {
    return "'" + word + "'";
  }

  /** Hangs up; what runs in it ends cleanly. */
  @Override
  public void close() {
    var running = process.descendants().toList();
    running.forEach(ProcessHandle::destroy);
    running.forEach(child -> child.onExit().join());
  }
}
