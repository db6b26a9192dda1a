package org.escale.gateway.radius;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.escale.access.AccessGrant;
import org.escale.access.GatewayId;
import org.escale.spi.gateway.Gateway;
import org.escale.spi.gateway.GatewayConfig;
import org.escale.spi.gateway.GatewayException;
import org.escale.tck.machine.Ports;
import org.escale.tck.machine.Wires;
import org.junit.rules.TemporaryFolder;

/**
 * A switch port that is shut for everybody: hostapd asks through the front, and the port is opened
 * and shut by the script that is delivered; ann is checked in. Real time, since hostapd compares
 * clocks.
 */
final class WiredBench extends TemporaryFolder {
  static final String SERVER = "radius.escale.example";

  final Bench bench = new Bench();
  private final int access = Ports.free();
  private final int accounting = Ports.free();
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  Path room;
  Wires wires;
  String page;
  Gateway gateway;
  AccessGrant ann;

  @Override
  protected void before() throws Throwable {
    super.before();
    try {
      aSwitch();
    } catch (IOException | GatewayException | AssertionError e) {
      after();
      throw e;
    }
  }

  private void aSwitch() throws IOException, GatewayException {
    room = getRoot().toPath();
    wires = opened(new Wires(room));
    wires.lay("port0");
    wires.addressed("port0");
    var web = HttpServer.create(new InetSocketAddress(wires.us(), 0), 0);
    open.push(() -> web.stop(0));
    web.createContext(
        "/",
        asked -> {
          asked.sendResponseHeaders(204, -1);
          asked.close();
        });
    web.start();
    page = "http://" + wires.us() + ":" + web.getAddress().getPort() + "/";
    assertTrue("nobody holds the device back yet", wires.reaches(page));
    new Openssl(room).own("front", SERVER);
    opened(new FrontProgram(room, facts()));
    ann = bench.hub.lets("ann", Instant.now().minusSeconds(60));
    hostapd();
    wires.start("switch", "port", script("port"), "watch", "port0", room.toString());
    await("port shut", () -> !wires.reaches(page));
    gateway = opened(new RadiusDriver(Clock.systemUTC()).open(row(), bench.hub));
    assertTrue("hostapd answers disconnects", gateway.health().up());
  }

  @Override
  protected void after() {
    for (var thing : open) {
      try {
        thing.close();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
    super.after();
  }

  private <T extends AutoCloseable> T opened(T thing) {
    open.push(thing);
    return thing;
  }

  /** The device is told that, and begins. */
  void supplicant(String text) throws IOException {
    var file = Files.writeString(room.resolve("supplicant.conf"), text, UTF_8);
    wires.start(
        "device",
        "supplicant",
        "wpa_supplicant",
        "-D",
        "wired",
        "-i",
        "eth0",
        "-c",
        file.toString());
  }

  private void hostapd() throws IOException {
    var text =
        """
        interface=port0
        driver=wired
        ctrl_interface=%1$s
        ieee8021x=1
        nas_identifier=hall
        own_ip_addr=%2$s
        auth_server_addr=%3$s
        auth_server_port=%4$d
        auth_server_shared_secret=%6$s
        acct_server_addr=%3$s
        acct_server_port=%5$d
        acct_server_shared_secret=%6$s
        radius_das_port=3799
        radius_das_client=%3$s %6$s
        radius_das_time_window=300
        radius_das_require_event_timestamp=1
        radius_das_require_message_authenticator=1
        """;
    var file = room.resolve("hostapd.conf");
    Files.writeString(
        file,
        text.formatted(room, wires.theSwitch(), wires.us(), access, accounting, RadiusLab.SECRET),
        UTF_8);
    wires.start("switch", "hostapd", "hostapd", file.toString());
    await("hostapd", () -> has("hostapd", "AP-ENABLED"));
  }

  private Map<String, String> facts() {
    var facts = new HashMap<String, String>();
    facts.put("realm", "escale.example");
    facts.put("keys", room.toString());
    facts.put("listen", wires.us());
    facts.put("access-port", Integer.toString(access));
    facts.put("accounting-port", Integer.toString(accounting));
    facts.put("hub-access-port", Integer.toString(bench.access));
    facts.put("hub-accounting-port", Integer.toString(bench.accounting));
    facts.put("gear.hall.address", wires.theSwitch());
    facts.put("gear.hall.from", "127.0.1.1");
    facts.put("gear.hall.secret", RadiusLab.SECRET);
    return facts;
  }

  private GatewayConfig row() {
    var settings = new HashMap<>(bench.config("hostapd-8021x", Map.of()).settings());
    settings.put("nas", "127.0.1.1");
    settings.put("disconnect-address", wires.theSwitch());
    settings.put("disconnect-port", "3799");
    return new GatewayConfig(new GatewayId("hall"), Hub.HERE, settings);
  }

  private static String script(String name) {
    var folder = Path.of("../../libraries/boxfiles/src/main/sh");
    return folder.resolve(name).toAbsolutePath().normalize().toString();
  }

  private boolean has(String name, String word) {
    try {
      return wires.said(name).contains(word);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  void await(String what, BooleanSupplier until) throws IOException {
    long limit = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!until.getAsBoolean()) {
      if (System.nanoTime() > limit) {
        throw new AssertionError(
            what + " not within 60 s: " + wires.said("hostapd") + wires.said("supplicant"));
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
