package org.escale.libraries.boxfiles;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * Where the hub is.
 *
 * @param host its name or address for RadSec
 * @param port its port for RadSec, by custom 2083
 * @param portal the captive portal's own address (RFC 8908), {@code https}
 */
public record Hub(String host, int port, URI portal) {
  private static final Pattern ADDRESS =
      Pattern.compile("https://[A-Za-z0-9.:-]{1,260}(/[A-Za-z0-9._~/?=&-]{0,200})?");
  private static final int LAST_PORT = 65_535;

  /**
   * Checks each value.
   *
   * @throws IllegalArgumentException says which value cannot stand in a file
   */
  public Hub {
    Checked.host(host);
    Checked.that(port >= 1 && port <= LAST_PORT, "a port is 1 to 65535");
    Checked.that(
        ADDRESS.matcher(portal.toString()).matches(), "the portal is a plain https address");
  }
}
