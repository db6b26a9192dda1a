package org.escale.box;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.escale.libraries.boxfiles.Addresses;
import org.escale.libraries.boxfiles.BoxFacts;
import org.escale.libraries.boxfiles.BoxFiles;
import org.escale.libraries.boxfiles.Hub;
import org.escale.libraries.boxfiles.Segment;
import org.escale.libraries.boxfiles.Wlan;
import org.escale.tck.machine.Ports;

/** A box with its enrolment file, plugged in before a toy hub. */
final class Plugged implements AutoCloseable {
  static final String KEY = "abcde-fghjk-mnpqr-stuvw";

  final Instant began = Instant.now();
  final Path folder;
  ToyHub hub;
  Home home;

  Plugged(Path folder) throws IOException {
    this.folder = folder;
    anew(folder);
  }

  /** Another box, never enrolled, before another hub. */
  void anew(Path place) throws IOException {
    if (hub != null) {
      hub.close();
    }
    hub = new ToyHub(place);
    home = new Home(place.resolve("box"));
    enrolment();
    hub.configure(text(Map.of("nftables.conf", "one")));
    hub.entitle(list(began));
  }

  @Override
  public void close() {
    hub.close();
  }

  void enrolment() throws IOException {
    enrolment("hubkey " + hub.print() + "\n");
  }

  /** With such a last line. */
  void enrolment(String last) throws IOException {
    home.write(
        "enrolment",
        "escale-enrolment 1\nhub " + hub.address() + "\ntoken " + ToyHub.TOKEN + "\n" + last);
  }

  Agent agent() throws IOException {
    return new Agent(home, Clock.systemUTC(), new DyingBox.Noting(home), step -> {});
  }

  /**
   * A process of its own, which ends before that step; its exit code. What goes on is {@link
   * #agent()}: it knows only the folder.
   */
  int dies(int step) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DyingBox.class.getName(),
                home.folder().toString(),
                Integer.toString(step))
            .inheritIO()
            .start();
    return process.waitFor();
  }

  static String list(Instant now) throws IOException {
    return "escale-entitlements 1\nbox box-1\nissued %s\nuntil %s\ngrant g 101 %s %s %s\n"
        .formatted(
            now,
            now.plus(Duration.ofHours(24)),
            now.minusSeconds(60),
            now.plus(Duration.ofHours(9)),
            Delivery.digest(KEY));
  }

  /** It is to have a radio that hears disconnects at a port of the test's own; that port. */
  int radioHears() throws IOException {
    int port = Ports.free();
    var radio = files(new Segment(101, true)).get("hostapd/wlan0.conf");
    var heard = radio.replaceAll("(?m)^radius_das_port=.*$", "radius_das_port=" + port);
    hub.configure(text(Map.of("nftables.conf", "one", "hostapd/wlan0.conf", heard)));
    return port;
  }

  static String text(Map<String, String> files) {
    var text = new StringBuilder("escale-box 1\nbox box-1\ncentre x\n");
    files.forEach(
        (path, content) ->
            text.append("file ")
                .append(path)
                .append(' ')
                .append(content.getBytes(UTF_8).length)
                .append('\n')
                .append(content));
    return text.toString();
  }

  /** As the hub delivers them: what it is known by among them. */
  Map<String, String> files(Segment... segments) throws IOException {
    var files =
        BoxFiles.of(
            new BoxFacts(
                "box-1",
                "Axis Parc",
                "eth0",
                List.of(new Wlan("Escale", Wlan.Proof.PERSONAL_KEY, "wlan0", 6)),
                List.of(segments),
                new Hub("localhost", 2083, URI.create("https://hub.example/portal")),
                Addresses.usual("fd12:3456:789a")));
    files.put(BoxFiles.HUB, hub.chain());
    return files;
  }
}
