package org.escale.box;

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
import org.escale.tck.machine.Ports;
import org.escale.tck.machine.Radclient;

/** Debian's FreeRADIUS by the files that a box is delivered; only the ports are the test's own. */
final class OwnFreeRadius implements AutoCloseable {
  static final String SECRET = "abcdefgh12345678";
  private static final int WAITS_SECONDS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  final int access = Ports.free();
  final int accounting = Ports.free();
  final int hub = Ports.free();
  final int hubAccounting = Ports.free();
  final int agent = Ports.free();
  final int agentAccounting = Ports.free();
  private final Path folder;
  private final Process process;

  /** By those files and the keys that the agent has. */
  OwnFreeRadius(Path folder, Path keys, Map<String, String> delivered) throws IOException {
    this.folder = folder;
    var own =
        Map.of(
            "@{radius-secret}", SECRET,
            "@{keys}", keys.toString(),
            "@{files}", folder.toString(),
            "@{state}", Files.createDirectories(folder.resolve("state")).toString());
    var ports =
        Map.of(
            1812,
            access,
            1813,
            accounting,
            1814,
            hub,
            1815,
            hubAccounting,
            1816,
            agent,
            1817,
            agentAccounting);
    for (var file : delivered.entrySet()) {
      if (file.getKey().startsWith("freeradius/")) {
        var text = file.getValue();
        for (var value : own.entrySet()) {
          text = text.replace(value.getKey(), value.getValue());
        }
        for (var port : ports.entrySet()) {
          text = text.replace("port = " + port.getKey() + "\n", "port = " + port.getValue() + "\n");
        }
        var path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, text, UTF_8);
      }
    }
    var command = List.of("freeradius", "-f", "-l", log().toString(), "-d", conf());
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    awaitReady();
  }

  private String conf() {
    return folder.resolve("freeradius").toString();
  }

  private Path log() {
    return folder.resolve("log");
  }

  private void awaitReady() throws IOException {
    long limit = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(log()) || !Files.readString(log()).contains("Ready to process requests")) {
      if (!process.isAlive() || System.nanoTime() > limit) {
        close();
        throw new AssertionError("no FreeRADIUS: " + Files.readString(folder.resolve("said")));
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  /** A device asks with a key, as gear that speaks PAP. */
  Radclient.Said asks(String key, String device) {
    return Radclient.asking(access, SECRET)
        .insist(
            WAITS_SECONDS,
            "User-Name = \"somebody\"",
            "User-Password = \"" + key + "\"",
            "Calling-Station-Id = \"" + device + "\"",
            "Message-Authenticator = 0x00");
  }

  /** Gear tells of a session. */
  Radclient.Said tells(String status, String session, String shown) {
    var lines = new ArrayList<>(List.of("Acct-Status-Type = " + status));
    lines.add("Acct-Session-Id = \"" + session + "\"");
    if (!shown.isEmpty()) {
      lines.add("Class = 0x" + java.util.HexFormat.of().formatHex(shown.getBytes(UTF_8)));
    }
    return Radclient.telling(accounting, SECRET)
        .insist(WAITS_SECONDS, lines.toArray(String[]::new));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
