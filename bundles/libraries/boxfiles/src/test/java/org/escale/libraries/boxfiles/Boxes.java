package org.escale.libraries.boxfiles;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Boxes to try the files with. */
final class Boxes {
  private Boxes() {}

  /** Two radios, two companies: in 101 people reach each other, in 102 they do not. */
  static BoxFacts usual() {
    return named("Axis Parc", "Escale");
  }

  static BoxFacts named(String centre, String ssid) {
    return new BoxFacts(
        "box-1",
        centre,
        "eth0",
        List.of(
            new Wlan(ssid, Wlan.Proof.NAME_AND_KEY, "wlan0", 6),
            new Wlan(ssid, Wlan.Proof.PERSONAL_KEY, "wlan1", 36)),
        List.of(new Segment(102, false), new Segment(101, true)),
        new Hub("localhost", 2083, URI.create("https://hub.example/portal/api")),
        new Addresses("198.18.0.0", 27, "fd12:3456:789a"));
  }

  /** Writes the files as a box does, its own values in their places. */
  static Path written(Path folder, Map<String, String> files) throws IOException {
    var own =
        Map.of(
            Reference.RADIUS_SECRET, "abcdefgh12345678",
            Reference.KEYS, folder.resolve("keys").toString(),
            Reference.FILES, folder.toString(),
            Reference.STATE, folder.resolve("state").toString());
    for (var made : List.of("keys", "state")) {
      Files.createDirectories(folder.resolve(made));
    }
    for (var file : files.entrySet()) {
      var path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, BoxFiles.filled(file.getValue(), own), UTF_8);
    }
    return folder;
  }
}
