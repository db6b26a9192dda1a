package org.escale.itests.gear;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.escale.tck.machine.Ports;
import org.escale.tck.machine.Radclient;

/**
 * Debian's radsecproxy and FreeRADIUS by the configuration that a box works by and the keys that it
 * was issued; only ports and logs are the test's own.
 */
final class BoxPrograms implements AutoCloseable {
  private final Map<Integer, Integer> ports = new LinkedHashMap<>();
  private final List<Process> running = new ArrayList<>();
  private final Path home;
  private final Path files;

  /** For the box of that folder; nothing runs yet. */
  BoxPrograms(Path home) throws IOException {
    this.home = home;
    this.files = Files.createDirectories(home.resolveSibling("programs"));
    for (int port = 1812; port <= 1817; port++) {
      ports.put(port, Ports.free());
    }
  }

  /** Which port stands for that one here. */
  int port(int delivered) {
    return ports.get(delivered);
  }

  /** Starts them by what the box took into use. */
  void start() throws IOException {
    var current = home.resolve("config-" + Files.readString(home.resolve("current")).strip());
    try (var all = Files.walk(current)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        var path = files.resolve(current.relativize(file).toString());
        Files.createDirectories(path.getParent());
        Files.writeString(path, own(Files.readString(file, UTF_8)), UTF_8);
      }
    }
    run("radsecproxy", "-f", "-c", files.resolve("radsecproxy.conf").toString());
    var log = files.resolve("freeradius.log");
    run("freeradius", "-f", "-l", log.toString(), "-d", files.resolve("freeradius").toString());
    Awaitility.await("FreeRADIUS is there")
        .atMost(30, TimeUnit.SECONDS)
        .until(() -> Files.exists(log) && Files.readString(log).contains("Ready to process"));
  }

  private String own(String text) {
    var own = text.replace("x-syslog:///LOG_DAEMON", "file://" + files.resolve("radsecproxy.log"));
    for (var port : ports.entrySet()) {
      own = own.replace("port = " + port.getKey() + "\n", "port = " + port.getValue() + "\n");
      own = own.replace("127.0.0.1:" + port.getKey(), "127.0.0.1:" + port.getValue());
    }
    return own;
  }

  private void run(String... command) throws IOException {
    var said = files.resolve(command[0] + ".said").toFile();
    running.add(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said).start());
  }

  /** Somebody's device shows a key to the box. */
  Radclient.Said asks(String person, String key) throws IOException {
    return Radclient.asking(port(1812), secret())
        .insist(
            5,
            "User-Name = \"" + person + "\"",
            "User-Password = \"" + key + "\"",
            "Calling-Station-Id = \"" + device(person) + "\"",
            "Message-Authenticator = 0x00");
  }

  /** The box's gear tells of a session, under the Class of an answer, by its own clock. */
  boolean tells(String status, String person, String shown, Instant at) throws IOException {
    return Radclient.telling(port(1813), secret())
        .insist(
            5,
            "Acct-Status-Type = " + status,
            "Acct-Session-Id = \"session-" + person + "\"",
            "Calling-Station-Id = \"" + device(person) + "\"",
            "Event-Timestamp = " + at.getEpochSecond(),
            "Class = " + shown)
        .acknowledged();
  }

  private String secret() throws IOException {
    return Files.readString(home.resolve("radius-secret")).strip();
  }

  private static String device(String person) {
    return "02-00-" + String.format("%08x", person.hashCode()).replaceAll("(..)(?!$)", "$1-");
  }

  @Override
  public void close() {
    running.forEach(process -> process.destroyForcibly().onExit().join());
  }
}
