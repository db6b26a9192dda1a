package org.escale.access;

import java.util.List;
import java.util.Set;
import org.escale.client.Pseudonym;

/**
 * What a box is to do.
 *
 * @param uplink the interface of its line, for example {@code eth0}
 * @param networks the networks in the air, 1 to 8
 * @param hub where the hub is, as the box reaches it
 * @param open companies whose people may reach each other's devices
 * @param ceded desks that the hub sells to nobody ahead, 0 to 500: without a line people who walk
 *     in get these and no others (law S5)
 */
public record BoxPlan(
    String uplink, List<Network> networks, Hub hub, Set<Pseudonym> open, int ceded) {
  /**
   * One network in the air.
   *
   * @param ssid its name, 1 to 32 bytes of UTF-8
   * @param personalKeys a pass phrase for each person; otherwise 802.1X
   * @param device the interface that carries it, for example {@code wlan0}
   * @param channel 1 to 13, or 36 to 165
   */
  public record Network(String ssid, boolean personalKeys, String device, int channel) {}

  /**
   * Where the hub is.
   *
   * @param address its address for the box, for example {@code https://hub.example}
   * @param radius the host of its RADIUS over TLS
   * @param port the port there, by custom 2083
   * @param portal the captive portal's own address (RFC 8908)
   */
  public record Hub(String address, String radius, int port, String portal) {}

  /** As many desks can be ceded. */
  public static final int MOST_CEDED = 500;

  /**
   * The same with another number of ceded desks.
   *
   * @throws IllegalArgumentException if the number of desks cannot be
   */
  public BoxPlan ceding(int desks) {
    return new BoxPlan(uplink, networks, hub, open, desks);
  }

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if the number of desks cannot be
   */
  public BoxPlan {
    if (ceded < 0 || ceded > MOST_CEDED) {
      throw new IllegalArgumentException("ceded is 0 to " + MOST_CEDED);
    }
    networks = List.copyOf(networks);
    open = Set.copyOf(open);
  }
}
