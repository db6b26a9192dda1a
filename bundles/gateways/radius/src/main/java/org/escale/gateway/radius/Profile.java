package org.escale.gateway.radius;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.escale.spi.gateway.GatewayException;

/**
 * How one kind of gear differs from the next, read from a file beside this class.
 *
 * @param signed whether each request must be signed
 * @param byDevice whether it asks by a device's address for the key, instead of checking one
 * @param vlan how it is told the company's channel
 * @param interim how often it tells that a session lives; 60 s or more
 * @param lease the longest Session-Timeout; zero for gear that can be cut
 * @param port where it listens for disconnects; 0 if nowhere
 * @param identify by what it knows a session
 * @param stamped whether a disconnect needs Event-Timestamp and signature
 * @param watch how long after an acknowledged cut silence proves that it worked
 * @param nakIsGone whether a refusal without a cause means that the session is unknown
 * @param reversed whether it counts octets from the client's side
 * @param changeable whether Session-Timeout of who is there can be changed (CoA, RFC 5176)
 * @param asksAgain whether at the end of a lease it asks again without cutting, where told so
 *     (Termination-Action)
 * @param address how it writes a hardware address, x for lower and X for upper case
 */
record Profile(
    boolean signed,
    boolean byDevice,
    Vlan vlan,
    Duration interim,
    Duration lease,
    int port,
    Set<Identity> identify,
    boolean stamped,
    Duration watch,
    boolean nakIsGone,
    boolean reversed,
    boolean changeable,
    boolean asksAgain,
    String address) {
  private static final List<String> NAMES =
      List.of("hostapd-8021x", "hostapd-psk", "coovachilli", "opennds", "unifi", "mikrotik");

  /** How a VLAN is said. */
  enum Vlan {
    NONE,
    TUNNEL,
    MIKROTIK
  }

  /** What a disconnect says of a session. */
  enum Identity {
    USER_NAME,
    SESSION_ID,
    CALLING_STATION
  }

  /**
   * The profile of that name.
   *
   * @throws GatewayException if there is none
   */
  static Profile of(String name) throws GatewayException {
    if (!NAMES.contains(name)) {
      throw new GatewayException("profile is one of " + String.join(", ", NAMES));
    }
    try (var file = Profile.class.getResourceAsStream(name + ".properties")) {
      var fields = new Properties();
      fields.load(file);
      return new Fields(fields).profile();
    } catch (IOException e) {
      throw new IllegalStateException("profile " + name + " cannot be read", e);
    }
  }

  /** The names of all. */
  static List<String> names() {
    return NAMES;
  }
}
