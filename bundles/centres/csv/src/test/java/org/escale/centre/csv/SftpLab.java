package org.escale.centre.csv;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.escale.federation.CentreId;
import org.escale.spi.centre.CentreAdapter;
import org.escale.spi.centre.CentreConfig;
import org.escale.spi.centre.SpaceRef;
import org.escale.tck.centre.CentreLab;
import org.escale.tck.machine.Ports;

/** OpenSSH's own server on a bench. */
final class SftpLab implements CentreLab, AutoCloseable {
  private static final Path SSHD = Path.of("/usr/sbin/sshd");
  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final long PATIENCE_NANOS = 30_000_000_000L;

  private final Path home;
  private final InetSocketAddress address;
  private final Process process;
  private final FileStaff staff;
  private final CsvAdapter adapter = new CsvAdapter(FolderLab.CLOCK);

  SftpLab() throws IOException {
    if (!Files.isExecutable(SSHD)) {
      throw new IllegalStateException("install the Debian package openssh-server: ./test does");
    }
    home = Files.createTempDirectory("escale-sftp");
    address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free());
    process =
        new ProcessBuilder("src/test/servers/openssh", home.toString(), "" + address.getPort())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("server.log").toFile())
            .start();
    staff = new FileStaff(home.resolve("files"));
    awaitPort();
  }

  @Override
  public CentreAdapter adapter() {
    return adapter;
  }

  @Override
  public Optional<InetSocketAddress> address() {
    return Optional.of(address);
  }

  @Override
  public CentreConfig config(Optional<InetSocketAddress> instead) {
    return config(instead.orElse(address).getPort(), Map.of());
  }

  @Override
  public CentreConfig broken() {
    return config(address.getPort(), Map.of(CsvAdapter.HOST_KEYS, "SHA256:short"));
  }

  CentreConfig config(int port, Map<String, String> more) {
    var user = System.getProperty("user.name");
    var place = "sftp://" + user + "@127.0.0.1:" + port + home.resolve("files");
    var settings = new HashMap<>(Map.of(CsvAdapter.PLACE, place, CsvAdapter.LOCAL_TOO, "true"));
    settings.put(CsvAdapter.ZONE, "Europe/Brussels");
    settings.put(CsvAdapter.EVENTS, "true");
    settings.put(CsvAdapter.PRIVATE_KEY, text("user"));
    settings.put(CsvAdapter.HOST_KEYS, text("fingerprints").strip().replace("\n", ", "));
    settings.putAll(more);
    return new CentreConfig(new CentreId("centre"), ZoneId.of("UTC"), settings, DEADLINE);
  }

  @Override
  public SpaceRef space(String name) throws IOException {
    return staff.begin(name);
  }

  @Override
  public FileStaff staff() {
    return staff;
  }

  @Override
  public void close() throws IOException {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    try (var files = Files.walk(home)) {
      for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private String text(String name) {
    try {
      return Files.readString(home.resolve(name));
    } catch (IOException none) {
      throw new IllegalStateException(none);
    }
  }

  private void awaitPort() throws IOException {
    var end = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < end && process.isAlive()) {
      try (var knock = new Socket(address.getAddress(), address.getPort())) {
        if (knock.isConnected()) {
          return;
        }
      } catch (IOException notYet) {
        LockSupport.parkNanos(20_000_000);
      }
    }
    throw new IOException("sshd did not start: " + text("server.log"));
  }
}
