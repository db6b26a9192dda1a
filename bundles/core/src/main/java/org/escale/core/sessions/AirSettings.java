package org.escale.core.sessions;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.escale.access.InstalledGateway;
import org.escale.libraries.boxfiles.DeviceNetwork;
import org.escale.libraries.boxfiles.DeviceNetwork.Proof;
import org.escale.libraries.boxfiles.DeviceTunnel;
import org.escale.service.Boxes;

/** What the row of a gateway says of the network on site, for people's devices. Pure. */
public final class AirSettings {
  private static final String SSID = InstalledGateway.AIR + "ssid";
  private static final String PROOF = InstalledGateway.AIR + "proof";
  private static final String REALM = InstalledGateway.AIR + "realm";
  private static final String SERVER = InstalledGateway.AIR + "server";
  private static final String AUTHORITY = InstalledGateway.AIR + "authority";
  private static final Set<String> KNOWN = Set.of(SSID, PROOF, REALM, SERVER, AUTHORITY);
  private static final Map<String, Proof> PROOFS =
      Map.of(
          "name-and-key",
          Proof.NAME_AND_KEY,
          "personal-key",
          Proof.PERSONAL_KEY,
          "portal",
          Proof.PORTAL);

  private AirSettings() {}

  /** What of it cannot be. */
  static Optional<String> wrong(InstalledGateway row) {
    try {
      network(row);
      return Optional.empty();
    } catch (IllegalArgumentException no) {
      return Optional.of(String.valueOf(no.getMessage()));
    }
  }

  /**
   * The network; empty where the row says none. Whose authority devices trust is empty where they
   * know the boxes of this federation by it.
   *
   * @throws IllegalArgumentException says which setting cannot be
   */
  public static Optional<DeviceNetwork> network(InstalledGateway row) {
    var said = row.settings();
    var unknown = new TreeSet<>(said.keySet());
    unknown.removeIf(name -> !name.startsWith(InstalledGateway.AIR) || KNOWN.contains(name));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("setting " + unknown.first() + " is unknown");
    }
    return Optional.ofNullable(said.get(SSID))
        .map(ssid -> new DeviceNetwork(ssid, proof(said), tunnel(said)));
  }

  /** Of the boxes of this federation. */
  public static DeviceTunnel boxes() {
    return tunnel(Map.of());
  }

  private static Proof proof(Map<String, String> said) {
    var proof = PROOFS.get(said.getOrDefault(PROOF, "name-and-key"));
    if (proof == null) {
      throw new IllegalArgumentException(PROOF + " is name-and-key, personal-key or portal");
    }
    return proof;
  }

  private static DeviceTunnel tunnel(Map<String, String> said) {
    return new DeviceTunnel(
        said.getOrDefault(REALM, ""),
        said.getOrDefault(SERVER, Boxes.DEVICES_NAME),
        said.getOrDefault(AUTHORITY, ""));
  }
}
