package org.escale.tck.machine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A device and a switch in network namespaces, and a cable from the switch to us. The switch routes
 * the device's packets to us as its own. Needs root.
 */
public final class Wires implements AutoCloseable {
  private static final int MOST = 16; // at once in one process

  private static final AtomicInteger LAID = new AtomicInteger();

  private final String number = ProcessHandle.current().pid() + "n" + LAID.incrementAndGet();
  private final int net = Ports.number() * MOST + LAID.get() % MOST;
  private final Path folder;
  private final Map<String, Process> running = new TreeMap<>();

  /** None yet. */
  public Wires(Path folder) {
    this.folder = folder;
  }

  /** Lays the cables; the device's ends in that port of the switch. */
  public void lay(String port) throws IOException {
    for (var name : List.of("device", "switch")) {
      run("ip", "netns", "add", space(name));
      in(name, "ip", "link", "set", "lo", "up");
    }
    run(
        "ip",
        "link",
        "add",
        "esc" + number,
        "type",
        "veth",
        "peer",
        "name",
        "hub0",
        "netns",
        space("switch"));
    run(
        "ip",
        "-n",
        space("device"),
        "link",
        "add",
        "eth0",
        "type",
        "veth",
        "peer",
        "name",
        port,
        "netns",
        space("switch"));
    run("ip", "address", "add", us() + "/30", "dev", "esc" + number);
    run("ip", "link", "set", "esc" + number, "up");
    up("switch", "hub0", theSwitch() + "/30");
    in("switch", "ip", "link", "set", port, "up");
    in("device", "ip", "link", "set", "eth0", "up");
    in("switch", "sh", "-c", "echo 1 >/proc/sys/net/ipv4/ip_forward");
  }

  /** Gives the device an address, and has the switch pass its packets on. */
  public void addressed(String port) throws IOException {
    up("switch", port, address(19, 1) + "/30");
    up("device", "eth0", address(19, 2) + "/30");
    in("device", "ip", "route", "add", "default", "via", address(19, 1));
    Files.writeString(
        folder.resolve("nat"),
        "table ip nat { chain out { type nat hook postrouting priority 100; masquerade; }; }\n");
    in("switch", "nft", "-f", folder.resolve("nat").toString());
  }

  /** Our end of the cable to the switch. */
  public String us() {
    return address(18, 1);
  }

  /** The switch's end of it. */
  public String theSwitch() {
    return address(18, 2);
  }

  private String address(int second, int last) {
    int host = net * 4 + last;
    return "198." + second + "." + (host >> 8) + "." + (host & 0xFF);
  }

  private void up(String space, String link, String address) throws IOException {
    in(space, "ip", "address", "add", address, "dev", link);
    in(space, "ip", "link", "set", link, "up");
  }

  private String space(String name) {
    return "escale" + number + "-" + name;
  }

  /** Runs it there to its end, which has to be a good one. */
  public void in(String space, String... command) throws IOException {
    run(there(space, command).toArray(String[]::new));
  }

  /** Starts it there; it is killed in the end. */
  public void start(String space, String name, String... command) throws IOException {
    running.put(
        name,
        new ProcessBuilder(there(space, command))
            .redirectErrorStream(true)
            .redirectOutput(log(name).toFile())
            .start());
  }

  /** Kills what was started by that name. */
  public void kill(String name) {
    var process = running.remove(name);
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** What was said by that name. */
  public String said(String name) throws IOException {
    return Files.exists(log(name)) ? Files.readString(log(name), UTF_8) : "";
  }

  private Path log(String name) {
    return folder.resolve(name + ".log");
  }

  /** Whether the device gets that page within a second. */
  public boolean reaches(String page) {
    return does("device", "curl", "-sf", "-m", "1", "-o", "/dev/null", page);
  }

  /** Whether it gets that page at once: for who asks again and again, and takes the time. */
  public boolean answered(String page) {
    return does("device", "curl", "-sf", "-m", "0.2", "-o", "/dev/null", page);
  }

  /** Whether that comes to a good end there. */
  public boolean does(String space, String... command) {
    try {
      return new ProcessBuilder(there(space, command)).start().waitFor() == 0;
    } catch (IOException e) {
      throw new AssertionError("install " + command[0], e);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private List<String> there(String space, String... command) {
    var words = new ArrayList<>(List.of("ip", "netns", "exec", space(space)));
    words.addAll(List.of(command));
    return words;
  }

  private static void run(String... command) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      assertTrue(List.of(command) + ": " + said, process.waitFor() == 0);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() throws IOException {
    List.copyOf(running.keySet()).forEach(this::kill);
    if (Files.exists(Path.of("/sys/class/net", "esc" + number))) {
      run("ip", "link", "delete", "esc" + number);
    }
    for (var name : List.of("device", "switch")) {
      if (Files.exists(Path.of("/run/netns", space(name)))) {
        run("ip", "netns", "delete", space(name));
      }
    }
  }
}
