package org.escale.centre.soap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.escale.federation.CentreId;
import org.escale.libraries.link.Entrance;
import org.escale.spi.centre.CentreAdapter;
import org.escale.spi.centre.CentreConfig;
import org.escale.spi.centre.SpaceRef;
import org.escale.tck.centre.CentreLab;
import org.escale.tck.machine.Ports;

/** PHP's own SoapServer, made from the contract, on a bench. */
final class PhpLab implements CentreLab, AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final long PATIENCE_NANOS = 30_000_000_000L;

  private final Path folder;
  private final InetSocketAddress address;
  private final Process process;
  private final PhpStaff staff;
  private final SoapAdapter adapter = new SoapAdapter(Clock.systemUTC());

  /** {@code checks} says whether the system refuses what overlaps. */
  PhpLab(boolean checks) throws IOException {
    this(checks, "nine");
  }

  /** {@code serves} says how many of the nine operations there are: six, or all. */
  PhpLab(boolean checks, String serves) throws IOException {
    folder = Files.createTempDirectory("escale-soap");
    address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free());
    process =
        new ProcessBuilder(
                "src/test/servers/serve",
                folder.toString(),
                "" + address.getPort(),
                checks ? "yes" : "no",
                serves)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("server.log").toFile())
            .start();
    staff = new PhpStaff(folder);
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
    var port = instead.orElse(address).getPort();
    return config("http://127.0.0.1:" + port + "/", "secret");
  }

  @Override
  public CentreConfig broken() {
    return config("ftp://127.0.0.1/", "secret");
  }

  CentreConfig config(String url, String password) {
    return config(url, password, "true");
  }

  CentreConfig config(String url, String password, String events) {
    var settings =
        Map.of(
            Entrance.URL,
            url,
            Entrance.USERNAME,
            "federation",
            Entrance.PASSWORD,
            password,
            Entrance.LOCAL_TOO,
            "true",
            SoapAdapter.EVENTS,
            events);
    return new CentreConfig(
        new CentreId("centre"), ZoneId.of("Europe/Brussels"), settings, DEADLINE);
  }

  @Override
  public SpaceRef space(String name) throws IOException {
    return staff.make(name);
  }

  @Override
  public PhpStaff staff() {
    return staff;
  }

  @Override
  public void close() throws IOException {
    adapter.close();
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
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
    throw new IOException(
        "install the Debian package php-soap, ./test does it: "
            + Files.readString(folder.resolve("server.log")));
  }
}
