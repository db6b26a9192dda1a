package org.escale.box;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.escale.libraries.boxfiles.Addresses;
import org.escale.libraries.boxfiles.BoxFacts;
import org.escale.libraries.boxfiles.BoxFiles;
import org.escale.libraries.boxfiles.Hub;
import org.escale.libraries.boxfiles.Segment;
import org.escale.libraries.boxfiles.Wlan;
import org.escale.tck.machine.Wires;

/**
 * The segment of one company at a box in a network namespace: addresses, dnsmasq and wall as the
 * hub delivers them; a port of it that hostapd guards takes the place of the air. Beyond the line
 * is a page.
 */
final class OwnSegment implements AutoCloseable {
  static final String SSID = "Escale";
  private static final Segment COMPANY = new Segment(101, false);
  private static final String PORT = "seg101";

  final Wires wires;
  final String page;
  private final Path folder;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /** None yet. */
  OwnSegment(Path folder) throws IOException {
    this.folder = folder;
    wires = opened(new Wires(folder));
    wires.lay(PORT);
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
  }

  private <T extends AutoCloseable> T opened(T thing) {
    open.push(thing);
    return thing;
  }

  /** As the hub writes them. */
  static Map<String, String> files() {
    return BoxFiles.of(
        new BoxFacts(
            "box-1",
            "Axis Parc",
            "hub0",
            List.of(new Wlan(SSID, Wlan.Proof.NAME_AND_KEY, "wlan0", 6)),
            List.of(COMPANY),
            new Hub("localhost", 2083, URI.create("https://hub.example/portal")),
            Addresses.usual("fd12:3456:789a")));
  }

  /** Its programs start; hostapd asks the FreeRADIUS at that port of this machine. */
  void start(int radius) throws IOException {
    for (var file : List.of("segments.ip", "nftables.conf", "dnsmasq.conf")) {
      var text = files().get(file).replace("@{state}", folder.toString());
      Files.writeString(folder.resolve(file), text, UTF_8);
    }
    wires.does("switch", "ip", "-force", "-batch", folder.resolve("segments.ip").toString());
    wires.in("switch", "nft", "-f", folder.resolve("nftables.conf").toString());
    wires.start(
        "switch",
        "dnsmasq",
        "dnsmasq",
        "-k",
        "--user=root",
        "--pid-file",
        "--log-facility=-",
        "-C",
        folder.resolve("dnsmasq.conf").toString());
    hostapd(opened(new Relayed(wires.us(), radius)));
    var script = Path.of("../libraries/boxfiles/src/main/sh/port").toAbsolutePath().normalize();
    wires.start("switch", "port", script.toString(), "watch", PORT, folder.toString());
    await(
        "the port is shut",
        () -> wires.does("switch", "nft", "list", "set", "netdev", "escale_" + PORT, "open"));
  }

  private void hostapd(Relayed radius) throws IOException {
    var text =
        """
        interface=%s
        driver=wired
        ctrl_interface=%s
        ieee8021x=1
        nas_identifier=box-1
        own_ip_addr=%s
        auth_server_addr=%s
        auth_server_port=%d
        auth_server_shared_secret=%s
        """
            .formatted(
                PORT, folder, wires.theSwitch(), wires.us(), radius.port(), OwnFreeRadius.SECRET);
    var file = Files.writeString(folder.resolve("hostapd.conf"), text, UTF_8);
    wires.start("switch", "hostapd", "hostapd", file.toString());
    await("hostapd", () -> said("hostapd").contains("AP-ENABLED"));
  }

  /** The device is told that, and begins. */
  void scans(String configuration) throws IOException {
    var file = Files.writeString(folder.resolve("supplicant.conf"), configuration, UTF_8);
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

  /** Whether the device is let in, as it was told itself. */
  boolean isIn() {
    return said("supplicant").contains("CTRL-EVENT-CONNECTED");
  }

  /** Whether the device is given an address within so many seconds. */
  boolean isAddressed(String seconds) {
    var client = Path.of("src/test/lab/dhcp").toAbsolutePath().toString();
    return wires.does("device", client, "eth0", seconds);
  }

  private String said(String name) {
    try {
      return wires.said(name);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  void await(String what, BooleanSupplier until) {
    long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!until.getAsBoolean()) {
      if (System.nanoTime() > limit) {
        throw new AssertionError(
            what + " not within 30 s: " + said("hostapd") + said("supplicant") + said("dnsmasq"));
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  @Override
  public void close() throws IOException {
    for (var thing : open) {
      try {
        thing.close();
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
  }
}
