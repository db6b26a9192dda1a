package org.escale.gateway.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.escale.tck.machine.Ports;

/**
 * A centre with a real openNDS, a device and a web server beyond, each in a network namespace of
 * its own; {@code src/test/lab/centre} makes it, and says what is missing where it cannot.
 */
final class Centre implements AutoCloseable {
  static final String SECRET = "labsecret0123456789";
  static final String GATEWAY = "gw-here";
  static final String NAME = "escale-lab-4d1f";

  /** Where the hub is, seen from the centre. */
  static final String HUB = address(33);

  /** Where openNDS asks a device in. */
  static final String BOX = address(1) + ":2050";

  /** The device. */
  static final String PHONE = address(10);

  private static final String WORLD = "http://" + address(18) + "/";
  private static final String SCRIPT = Path.of("src/test/lab/centre").toAbsolutePath().toString();

  private final Path folder;
  private final Map<String, String> environment;

  private Centre(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /** Built, with openNDS at that level answering. */
  static Centre up(int level, int port, Map<String, String> environment) {
    try {
      var centre =
          new Centre(
              Files.createTempDirectory(Path.of("target").toAbsolutePath(), "centre"), environment);
      Runtime.getRuntime().addShutdownHook(new Thread(centre::close));
      var words = new ArrayList<>(List.of("up", centre.folder.toString(), "" + level, "" + port));
      words.addAll(List.of(GATEWAY, SECRET, "" + Ports.number()));
      var said = run(words, environment);
      if (said.code() != 0) {
        centre.close();
        throw new AssertionError("no centre: " + said.text());
      }
      return centre;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of the 64 of this process: one centre stands at a time. */
  private static String address(int last) {
    int host = Ports.number() * 64 + last;
    return "198.18." + (128 + host / 256) + "." + host % 256;
  }

  /** Starts our agent on the box, which polls twice a second. */
  void agent(String portal) {
    try {
      var agent = Path.of("src/main/resources/org/escale/gateway/portal/agent.sh").toAbsolutePath();
      var conf = folder.resolve("agent.conf");
      Files.writeString(
          conf, "PORTAL=%s\nSECRET=%s\nPOLL=0.5\nPLAIN=yes\n".formatted(portal, SECRET));
      run(List.of("agent", folder.toString(), agent.toString(), conf.toString()), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The device is on no network. */
  void leavesTheAir() {
    device("ip", "link", "set", "lan0", "down");
  }

  /** It is on this one. */
  void joins() {
    device("ip", "link", "set", "lan0", "up");
    device("ip", "route", "replace", "default", "via", address(1));
  }

  /** Whether the device reaches the web server of the world. */
  boolean reaches() {
    return device("curl", "-sf", "-m", "2", WORLD).text().contains("the world");
  }

  /** The address to which the box sends the device. */
  String sentTo() {
    return device("curl", "-s", "-m", "5", "-o", "/dev/null", "-w", "%{redirect_url}", WORLD)
        .text();
  }

  /** The device brings a key to where the box sent it, and follows wherever that leads. */
  String brings(String key) {
    var jar = folder.resolve("cookies").toString();
    var field = "key=" + key;
    return device(
            "curl",
            "-s",
            "-L",
            "-m",
            "10",
            "-c",
            jar,
            "-b",
            jar,
            "--data-urlencode",
            field,
            sentTo())
        .text();
  }

  /** The device opens any page, with what its browser remembers. */
  String opens() {
    var jar = folder.resolve("cookies").toString();
    return device("curl", "-s", "-L", "-m", "10", "-c", jar, "-b", jar, WORLD).text();
  }

  Said device(String... words) {
    return run(all("device", words), environment);
  }

  Said box(String... words) {
    return run(all("inside", words), environment);
  }

  @Override
  public void close() {
    run(List.of("down", folder.toString()), Map.of());
  }

  /** What a command said. */
  record Said(int code, String text) {}

  private List<String> all(String verb, String... words) {
    var all = new ArrayList<>(List.of(verb, folder.toString()));
    all.addAll(List.of(words));
    return all;
  }

  private static Said run(List<String> words, Map<String, String> environment) {
    var command = new ArrayList<>(List.of(SCRIPT));
    command.addAll(words);
    try {
      var out = Files.createTempFile("centre", ".out");
      var builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
      builder.environment().putAll(environment);
      var process = builder.start();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("no end of " + words.get(0));
      }
      var text = Files.readString(out, StandardCharsets.UTF_8);
      Files.delete(out);
      return new Said(process.exitValue(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
