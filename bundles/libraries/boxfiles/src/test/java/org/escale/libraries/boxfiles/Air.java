package org.escale.libraries.boxfiles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A box, four devices of two companies and what lies beyond the line, each in a network namespace
 * of its own. The devices' cables bear the names that hostapd gives its interfaces. Needs root.
 */
final class Air implements AutoCloseable {
  private static final String PROBE =
      Path.of("src/test/python/probe.py").toAbsolutePath().toString();
  private static final long GRACE_MILLIS = 700;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String stem = "escale" + ProcessHandle.current().pid() + "-";
  private final Path folder;
  private final Map<String, Device> devices = new LinkedHashMap<>();
  private int round = 20_000;

  Air(Path folder) throws IOException {
    this.folder = folder;
    add("box");
    add("line");
    ip(
        "-n",
        ns("box"),
        "link",
        "add",
        "eth0",
        "type",
        "veth",
        "peer",
        "name",
        "eth0",
        "netns",
        ns("line"));
    up("box", "eth0", "198.19.240.1/24", "fd98::1/64");
    up("line", "eth0", "198.19.240.2/24", "fd98::2/64");
    ip("-n", ns("line"), "address", "add", "192.168.77.2/24", "dev", "eth0");
    ip("-n", ns("line"), "address", "add", "2001:db8::2/64", "dev", "eth0", "nodad");
    ip("-n", ns("box"), "route", "add", "default", "via", "198.19.240.2");
    ip("-n", ns("box"), "-6", "route", "add", "default", "via", "fd98::2");
    in(
        "box",
        "sh",
        "-c",
        "echo 1 >/proc/sys/net/ipv4/ip_forward; echo 1 >/proc/sys/net/ipv6/conf/all/forwarding");
    join(new Device("a1", "wlan0.101", "198.18.12.170", "fd12:3456:789a:65::10"));
    join(new Device("a2", "wlan1.101", "198.18.12.171", "fd12:3456:789a:65::11"));
    join(new Device("b1", "wlan0.102", "198.18.12.202", "fd12:3456:789a:66::10"));
    join(new Device("b2", "wlan1.102", "198.18.12.203", "fd12:3456:789a:66::11"));
  }

  /** Bridges and addresses as the box's own file has them, each cable where hostapd's file says. */
  void deliver(Path box) throws IOException {
    ip("-n", ns("box"), "-force", "-batch", box.resolve(BoxFiles.SEGMENTS).toString());
    for (var list : List.of("hostapd/wlan0.vlan", "hostapd/wlan1.vlan")) {
      for (var line : Files.readAllLines(box.resolve(list))) {
        if (!line.startsWith("#")) {
          var words = line.split(" ", -1);
          bridge(words[1], words[2]);
        }
      }
    }
    for (var segment : List.of(101, 102)) {
      ip("-n", ns("box"), "link", "set", "seg" + segment, "address", Device.routerMac(segment));
    }
    settled();
  }

  /** Waits until the box knows that its addresses are its own: before, it asks for no neighbour. */
  private void settled() throws IOException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!Programs.run(folder, "ip", "-n", ns("box"), "-6", "address", "show", "tentative")
        .said()
        .isBlank()) {
      assertTrue("its addresses stay tentative", System.nanoTime() < end);
      LockSupport.parkNanos(20_000_000);
    }
  }

  /** Puts a cable into a bridge. */
  void bridge(String cable, String bridge) throws IOException {
    ip("-n", ns("box"), "link", "set", cable, "master", bridge);
  }

  /** Loads the wall. */
  void wall(Path file) throws IOException {
    in("box", "nft", "-f", file.toString());
  }

  /** Whether the kernel shows the routed wall what is bridged as well (br_netfilter). */
  void showsBridgedFrames(boolean shows) throws IOException {
    for (var family : List.of("ip", "ip6")) {
      var file = "/proc/sys/net/bridge/bridge-nf-call-" + family + "tables";
      in("box", "sh", "-c", "[ ! -e " + file + " ] || echo " + (shows ? 1 : 0) + " >" + file);
    }
  }

  /** All that arrives anywhere when a device sends everything it can to everybody. */
  Set<String> heardFrom(String name) throws IOException {
    var listeners = new LinkedHashMap<String, Process>();
    try {
      for (var other : List.of("a1", "a2", "b1", "b2", "line")) {
        if (!other.equals(name)) {
          listeners.put(other, probe(other, "listen"));
        }
      }
      for (var listener : listeners.values()) {
        assertTrue("ready".equals(listener.inputReader(UTF_8).readLine()));
      }
      send(name);
      TimeUnit.MILLISECONDS.sleep(GRACE_MILLIS);
      var heard = ended(listeners);
      heard.removeIf(word -> !word.contains(" heard " + name + " "));
      return heard;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    } finally {
      listeners.values().forEach(Process::destroyForcibly);
    }
  }

  @Override
  public void close() throws IOException {
    for (var name : List.of("a1", "a2", "b1", "b2", "line", "box")) {
      Programs.run(folder, "ip", "netns", "delete", ns(name));
    }
  }

  /** Each word says who sent what to whom; before it stands who heard it. */
  private static Set<String> ended(Map<String, Process> listeners) throws IOException {
    var heard = new TreeSet<String>();
    for (var listener : listeners.entrySet()) {
      listener.getValue().outputWriter(UTF_8).close();
      listener
          .getValue()
          .inputReader(UTF_8)
          .lines()
          .filter(word -> !word.isEmpty())
          .forEach(
              word ->
                  heard.add(
                      listener.getKey()
                          + " heard "
                          + word.replace(">END", "").replace("<", "").replace(">", " ")));
    }
    return heard;
  }

  private void send(String name) throws IOException, InterruptedException {
    var me = devices.get(name);
    var them = new TreeSet<String>();
    devices.values().stream().filter(d -> !d.equals(me)).forEach(d -> them.add(d.json("")));
    var other = devices.get(name.startsWith("a") ? "b1" : "a1").ip4();
    them.add(
        "{\"name\": \"line\", \"ip4\": \"198.19.240.2\", \"ip6\": \"2001:db8::2\", \"lie4\": \""
            + other
            + "\"}");
    them.add(
        "{\"name\": \"lan\", \"ip4\": \"192.168.77.2\", \"ip6\": \"fd98::2\", \"lie4\": \""
            + other
            + "\"}");
    var sender = probe(name, "send", Integer.toString(round++));
    try (var writer = sender.outputWriter(UTF_8)) {
      writer.write("{\"me\": " + me.json(me.routerMac()) + ", \"them\": " + them + "}");
    }
    assertTrue("sends", sender.waitFor() == 0);
  }

  private void join(Device device) throws IOException {
    devices.put(device.name(), device);
    add(device.name());
    ip(
        "-n",
        ns("box"),
        "link",
        "add",
        device.cable(),
        "type",
        "veth",
        "peer",
        "name",
        "eth0",
        "netns",
        ns(device.name()));
    ip("-n", ns("box"), "link", "set", device.cable(), "up");
    ip("-n", ns(device.name()), "link", "set", "eth0", "address", device.mac());
    up(device.name(), "eth0", device.ip4() + "/27", device.ip6() + "/64");
    ip("-n", ns(device.name()), "route", "add", "default", "via", device.router4());
    ip("-n", ns(device.name()), "-6", "route", "add", "default", "via", device.router6());
  }

  private void add(String name) throws IOException {
    ip("netns", "add", ns(name));
    ip("-n", ns(name), "link", "set", "lo", "up");
  }

  private void up(String name, String device, String ip4, String ip6) throws IOException {
    ip("-n", ns(name), "link", "set", device, "up");
    ip("-n", ns(name), "address", "add", ip4, "dev", device);
    ip("-n", ns(name), "address", "add", ip6, "dev", device, "nodad");
  }

  private Process probe(String name, String... words) throws IOException {
    var command =
        new ArrayList<>(List.of("ip", "netns", "exec", ns(name), "/usr/bin/python3", PROBE));
    command.addAll(List.of(words));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private String ns(String name) {
    return stem + name;
  }

  private void in(String name, String... command) throws IOException {
    var all = new ArrayList<>(List.of("netns", "exec", ns(name)));
    all.addAll(List.of(command));
    ip(all.toArray(String[]::new));
  }

  private void ip(String... words) throws IOException {
    var command = new ArrayList<>(List.of("ip"));
    command.addAll(List.of(words));
    var ended = Programs.run(folder, command.toArray(String[]::new));
    assertTrue(command + ": " + ended.said(), ended.well());
  }
}
