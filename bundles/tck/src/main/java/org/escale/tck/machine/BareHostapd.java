package org.escale.tck.machine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Debian's hostapd with no radio, and where disconnects are heard as the hub delivered it. Any
 * thread.
 */
public final class BareHostapd implements AutoCloseable {
  private static final Pattern HEARS = Pattern.compile("(?m)^(radius_das_|nas_identifier=).*$");
  private static final String BARE =
      """
      interface=none0
      driver=none
      ssid=none
      ieee8021x=1
      own_ip_addr=127.0.0.1
      auth_server_addr=127.0.0.1
      auth_server_port=9
      auth_server_shared_secret=abcdefgh12345678
      """;

  private final Path log;
  private final Process process;

  /** By what that file says of disconnects. */
  public BareHostapd(Path folder, Path delivered) throws IOException {
    var hears =
        HEARS
            .matcher(Files.readString(delivered, UTF_8))
            .results()
            .map(line -> line.group() + "\n")
            .collect(Collectors.joining());
    var conf = Files.writeString(folder.resolve("none0.conf"), BARE + hears, UTF_8);
    log = folder.resolve("none0.log");
    process =
        new ProcessBuilder("/usr/sbin/hostapd", "-d", conf.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!text().contains("AP-ENABLED")) {
      if (!process.isAlive() || System.nanoTime() > limit) {
        close();
        throw new IOException("hostapd does not run: " + text());
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  /** How many disconnects it believed, and found nobody for. */
  public long asked() throws IOException {
    return text().lines().filter(line -> line.contains("DAS: Session not found")).count();
  }

  /** What it did. */
  public String text() throws IOException {
    return Files.readString(log, UTF_8);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
