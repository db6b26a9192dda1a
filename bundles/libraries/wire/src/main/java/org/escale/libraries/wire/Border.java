package org.escale.libraries.wire;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.escale.libraries.wire.WireException.Fate;

/**
 * Where questions may go: http or https, one host and port, and no address of this machine or of
 * its own cable unless that is meant.
 *
 * @param localToo whether loopback and link-local addresses are meant
 */
public record Border(URI origin, boolean localToo) {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  /**
   * Checks the origin; asks nothing of the outside.
   *
   * @throws IllegalArgumentException if nothing can be asked there
   */
  public Border {
    if (!SCHEMES.contains(scheme(origin)) || origin.getHost() == null) {
      throw new IllegalArgumentException("an address begins with http:// or https:// and a host");
    }
    if (origin.getRawUserInfo() != null || origin.getRawFragment() != null) {
      throw new IllegalArgumentException("an address has no password and no fragment");
    }
  }

  /** Whether that address is of the same scheme, host and port. */
  public boolean holds(URI address) {
    return scheme(origin).equals(scheme(address))
        && origin.getHost().equalsIgnoreCase(address.getHost())
        && port(origin) == port(address)
        && address.getRawUserInfo() == null;
  }

  /**
   * Returns if that address may be asked; looks its host up.
   *
   * @throws WireException if it may not, or nobody knows the host
   */
  public void check(URI address) throws WireException {
    if (!holds(address)) {
      throw new WireException(Fate.FORBIDDEN, "the address is of another host");
    }
    try {
      for (var each : InetAddress.getAllByName(address.getHost())) {
        if (!localToo && isLocal(each)) {
          throw new WireException(Fate.FORBIDDEN, "a local address is not allowed");
        }
      }
    } catch (UnknownHostException nobody) {
      throw new WireException(Fate.NOT_SENT, "the host is not known");
    }
  }

  /** Whether that is an address of this machine or of its own cable, or of nobody in particular. */
  public static boolean isLocal(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress();
  }

  private static String scheme(URI address) {
    return String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
  }

  private static int port(URI address) {
    var standard = scheme(address).equals("https") ? 443 : 80;
    return address.getPort() < 0 ? standard : address.getPort();
  }
}
