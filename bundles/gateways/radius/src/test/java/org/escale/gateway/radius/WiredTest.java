package org.escale.gateway.radius;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.escale.access.AccessGrant;
import org.escale.access.GatewayId;
import org.escale.spi.gateway.Gateway;
import org.escale.spi.gateway.GatewayConfig;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.escale.spi.gateway.GatewayException;
import org.escale.tck.machine.Ports;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * A real switch port: hostapd asks through the front, wpa_supplicant has the key, and the port is
 * opened and shut by the script that is delivered. Real time, since hostapd compares clocks.
 */
public class WiredTest {
  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private final Bench bench = new Bench();
  private final int access = Ports.free();
  private final int accounting = Ports.free();
  private Path room;
  private Wires wires;
  private String page;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private Gateway gateway;
  private AccessGrant ann;

  @Before
  public void aSwitch() throws IOException, GatewayException {
    room = temporary.getRoot().toPath();
    wires = opened(new Wires(room));
    wires.lay();
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
    new Openssl(room).own("front", "radius.escale.example");
    opened(new FrontProgram(room, facts()));
    ann = bench.hub.lets("ann", Instant.now().minusSeconds(60));
    hostapd();
    wires.start("switch", "port", script("port"), "watch", "port0", room.toString());
    await("port shut", () -> !wires.reaches(page));
    gateway = opened(new RadiusDriver(Clock.systemUTC()).open(row(), bench.hub));
    assertTrue("hostapd answers disconnects", gateway.health().up());
  }

  @After
  public void close() throws Exception {
    for (var thing : open) {
      thing.close();
    }
  }

  private <T extends AutoCloseable> T opened(T thing) {
    open.push(thing);
    return thing;
  }

  @Test
  public void s4_whoIsCheckedInReachesTheWebUntilCheckOutAndNotAgain() throws IOException {
    supplicant("key-of-ann");
    await("reaches the web", () -> wires.reaches(page));
    await("start told", () -> bench.hub.kinds().contains(Kind.START));
    assertEquals(ann.id(), gateway.sessions().get(0).grant());
    var gone = bench.hub.revokes(ann);
    gateway.apply(gone);
    long cut = System.nanoTime();
    await("cut off", () -> !wires.reaches(page));
    var took = Duration.ofNanos(System.nanoTime() - cut);
    assertTrue("S4: " + took, took.toSeconds() < 5);
    await("stop told", () -> bench.hub.kinds().contains(Kind.STOP));
    assertTrue(gateway.sessions().isEmpty());
    wires.kill("supplicant");
    supplicant("key-of-ann");
    await("asks again", () -> gateway.health().text().contains("; refused "));
    assertFalse(wires.reaches(page));
    for (var once : List.of(Kind.START, Kind.STOP)) {
      assertEquals(1, bench.hub.kinds().stream().filter(once::equals).count());
    }
  }

  @Test
  public void s1_aWrongKeyNeverOpensThePort() throws IOException {
    supplicant("key-of-bob");
    await("refused", () -> gateway.health().text().contains("; refused "));
    assertFalse(wires.reaches(page));
    assertEquals(List.of(), bench.hub.kinds());
  }

  @Test
  public void thePortIsShutWhenHostapdDies() throws IOException {
    supplicant("key-of-ann");
    await("reaches the web", () -> wires.reaches(page));
    wires.kill("hostapd");
    await("shut when nobody watches", () -> !wires.reaches(page));
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

  private void supplicant(String key) throws IOException {
    var text =
        """
        ap_scan=0
        network={
          key_mgmt=IEEE8021X
          eapol_flags=0
          eap=PEAP
          phase2="auth=MSCHAPV2"
          anonymous_identity="anonymous@escale.example"
          identity="ann"
          password="%s"
          ca_cert="%s/front.pem"
          domain_match="radius.escale.example"
        }
        """;
    var file = room.resolve("supplicant.conf");
    Files.writeString(file, text.formatted(key, room), UTF_8);
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

  private void await(String what, BooleanSupplier until) throws IOException {
    long limit = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!until.getAsBoolean()) {
      if (System.nanoTime() > limit) {
        throw new AssertionError(
            what + " not within 60 s: " + wires.said("hostapd") + wires.said("supplicant"));
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
