package org.escale.core.boxes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.escale.access.Box;
import org.escale.access.BoxPlan;
import org.escale.access.Segment;
import org.escale.core.secrets.Sha256;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.Centre;
import org.escale.libraries.boxfiles.Addresses;
import org.escale.libraries.boxfiles.BoxFacts;
import org.escale.libraries.boxfiles.BoxFiles;
import org.escale.libraries.boxfiles.Hub;
import org.escale.libraries.boxfiles.Wlan;

/** What a box is told to do, from what is known now; the same facts give the same text. Pure. */
final class Configurations {
  private static final int GROUP = 4;

  private Configurations() {}

  /**
   * All files of a box in one text: a line {@code file <path> <bytes>}, then so many bytes, each.
   *
   * @param chain by which the hub is known where it speaks RADIUS over TLS, PEM
   * @throws IllegalArgumentException if the plan has a value that cannot stand in a file
   */
  static String text(Snapshot now, Box box, String chain) {
    return "escale-box 1\nbox "
        + box.id()
        + "\ncentre "
        + box.centre()
        + "\n"
        + files(now, box, chain).entrySet().stream()
            .map(
                file ->
                    "file "
                        + file.getKey()
                        + " "
                        + file.getValue().getBytes(UTF_8).length
                        + "\n"
                        + file.getValue())
            .collect(Collectors.joining());
  }

  private static SortedMap<String, String> files(Snapshot now, Box box, String chain) {
    var plan = box.plan();
    var segments =
        now.where(Segment.class, "centreId", box.centre()).stream()
            .map(
                given ->
                    new org.escale.libraries.boxfiles.Segment(
                        given.number(), plan.open().contains(given.company())))
            .toList();
    var files =
        BoxFiles.of(
            new BoxFacts(
                box.id().value(),
                now.get(Centre.class, box.centre()).map(Centre::name).orElse(box.centre().value()),
                plan.uplink(),
                plan.networks().stream().map(Configurations::wlan).toList(),
                segments,
                new Hub(plan.hub().radius(), plan.hub().port(), URI.create(plan.hub().portal())),
                Addresses.usual(unique(box))));
    files.put(BoxFiles.HUB, chain);
    return files;
  }

  private static Wlan wlan(BoxPlan.Network network) {
    var proof = network.personalKeys() ? Wlan.Proof.PERSONAL_KEY : Wlan.Proof.NAME_AND_KEY;
    return new Wlan(network.ssid(), proof, network.device(), network.channel());
  }

  /** An IPv6 network that no other box has, but for a chance of one in a million millions. */
  private static String unique(Box box) {
    var digits = Sha256.of(box.id().value());
    return "fd"
        + digits.substring(0, 2)
        + ":"
        + digits.substring(2, 2 + GROUP)
        + ":"
        + digits.substring(2 + GROUP, 2 + 2 * GROUP);
  }
}
