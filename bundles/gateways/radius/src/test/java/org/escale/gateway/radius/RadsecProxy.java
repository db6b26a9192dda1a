package org.escale.gateway.radius;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.escale.libraries.boxfiles.Addresses;
import org.escale.libraries.boxfiles.BoxFacts;
import org.escale.libraries.boxfiles.BoxFiles;
import org.escale.libraries.boxfiles.Reference;
import org.escale.libraries.boxfiles.Wlan;
import org.escale.tck.machine.Ports;
import org.escale.tck.machine.Radclient;

/** Debian's radsecproxy by the file that a box is given; only port and log are the test's own. */
final class RadsecProxy implements AutoCloseable {
  static final String SECRET = "abcdefgh12345678";

  private final Path room;
  private final int inside;
  private Process process;

  /** Listens inside for datagrams, and opens a connection to the hub's port. */
  RadsecProxy(Path room, Path box, Path hub, int inside, int port) throws IOException {
    this.room = room;
    this.inside = inside;
    var keys = Files.createDirectories(room.resolve("proxy-keys"));
    Files.copy(box.resolve("hub.pem"), keys.resolve("box.pem"));
    Files.copy(box.resolve("hub.key"), keys.resolve("box.key"));
    Files.copy(hub.resolve("hub.pem"), keys.resolve("hub.pem"));
    var own =
        Map.of(
            Reference.RADIUS_SECRET, SECRET,
            Reference.KEYS, keys.toString(),
            Reference.FILES, keys.toString());
    var text =
        BoxFiles.filled(BoxFiles.of(facts(port)).get(BoxFiles.RADSEC), own)
            .replace("127.0.0.1:1814", "127.0.0.1:" + inside)
            .replace("127.0.0.1:1815", "127.0.0.1:" + Ports.free())
            .replace("x-syslog:///LOG_DAEMON", "file://" + room.resolve("proxy.log"));
    Files.writeString(room.resolve("radsecproxy.conf"), text, UTF_8);
    start();
  }

  private static BoxFacts facts(int port) {
    return new BoxFacts(
        "box-1",
        "here",
        "eth0",
        List.of(new Wlan("Escale", Wlan.Proof.NAME_AND_KEY, "wlan0", 6)),
        List.of(),
        new org.escale.libraries.boxfiles.Hub(
            "localhost", port, URI.create("https://hub.example/portal/api")),
        new Addresses("198.18.0.0", 27, "fd12:3456:789a"));
  }

  /** Starts it, once more. */
  void start() throws IOException {
    var command = List.of("radsecproxy", "-f", "-c", room.resolve("radsecproxy.conf").toString());
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(room.resolve("proxy.said").toFile())
            .start();
  }

  /** Asks through it as ann. */
  Radclient.Said ask(String key) {
    return Radclient.asking(inside, SECRET)
        .send(
            "User-Name = \"ann\"",
            "User-Password = \"" + key + "\"",
            "Calling-Station-Id = \"02-00-00-00-00-01\"",
            "Message-Authenticator = 0x00");
  }

  /** Tells through it of her session. */
  Radclient.Said tell(String status, Instant at) {
    return Radclient.telling(inside, SECRET)
        .send(
            "Acct-Status-Type = " + status,
            "Acct-Session-Id = \"s1\"",
            "User-Name = \"ann\"",
            "Calling-Station-Id = \"02-00-00-00-00-01\"",
            "Event-Timestamp = " + at.getEpochSecond());
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
