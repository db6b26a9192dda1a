package org.escale.gateway.radius;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.escale.libraries.boxfiles.front.FrontFiles;

/** FreeRADIUS in front of the hub, generated and started by the script that is delivered. */
final class FrontProgram implements AutoCloseable {
  private static final Path SCRIPT = Path.of("../../libraries/boxfiles/src/main/sh/front");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path room;
  private final Process process;

  /** In that folder, by those facts; {@code before} are words before the script's name. */
  FrontProgram(Path room, Map<String, String> facts, String... before) throws IOException {
    this.room = room;
    var lines = facts.entrySet().stream().map(fact -> fact.getKey() + " = " + fact.getValue());
    Files.writeString(room.resolve("facts"), lines.collect(Collectors.joining("\n")), UTF_8);
    var command = new ArrayList<>(List.of(before));
    command.add(SCRIPT.toAbsolutePath().normalize().toString());
    command.add(room.resolve("facts").toString());
    command.add(room.resolve("front").toString());
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(room.resolve("said").toFile());
    builder.environment().put("ESCALE_BOXFILES", boxfiles());
    var java = System.getProperty("java.home") + "/bin:" + System.getenv("PATH");
    builder.environment().put("PATH", java);
    this.process = builder.start();
    awaitReady();
  }

  private static String boxfiles() {
    return FrontFiles.class.getProtectionDomain().getCodeSource().getLocation().getPath();
  }

  private void awaitReady() throws IOException {
    long limit = System.nanoTime() + PATIENCE.toNanos();
    while (!log().contains("Ready to process requests")) {
      if (!process.isAlive() || System.nanoTime() > limit) {
        close();
        throw new AssertionError("no front: " + Files.readString(room.resolve("said")) + log());
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  /** What it logged. */
  String log() throws IOException {
    var log = room.resolve("front/state/front.log");
    return Files.exists(log) ? Files.readString(log) : "";
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
