package org.escale.gateway.radius;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.escale.gateway.radius.wire.Secret;
import org.escale.spi.gateway.GatewayException;

/**
 * What the operator said of one piece of gear.
 *
 * @param nas the address from which it asks
 * @param identifier its NAS-Identifier, where several ask from one address
 * @param secret what it shares with us
 * @param proxy whether it passes on what others ask
 * @param access where we listen for requests to come in
 * @param accounting where we listen for what it saw
 * @param disconnect where it listens for disconnects; empty if nowhere
 * @param tls how it is known, where it opens a connection by TLS instead
 */
record NasSettings(
    Profile profile,
    InetAddress nas,
    Optional<String> identifier,
    Secret secret,
    boolean proxy,
    InetSocketAddress access,
    InetSocketAddress accounting,
    Optional<InetSocketAddress> disconnect,
    Optional<TlsSettings> tls) {
  private static final Set<String> KNOWN =
      Set.of(
          "profile",
          "nas",
          "identifier",
          "secret",
          "proxy",
          "listen",
          "access-port",
          "accounting-port",
          "disconnect-address",
          "disconnect-port",
          "tls-keys",
          "tls-fingerprint",
          "tls-subject",
          "tls-port");
  private static final Pattern NUMERIC = Pattern.compile("[0-9a-fA-F.:]{2,45}");
  private static final int SHORTEST_SECRET = 16;
  private static final int LONGEST_SECRET = 128;
  private static final int LARGEST_PORT = 65_535;

  /**
   * Reads them.
   *
   * @throws GatewayException naming the setting that is unknown, missing or wrong
   */
  static NasSettings of(Map<String, String> settings) throws GatewayException {
    for (var name : settings.keySet()) {
      if (!KNOWN.contains(name)) {
        throw new GatewayException("setting " + name + " is unknown");
      }
    }
    var profile = Profile.of(settings.getOrDefault("profile", ""));
    var tls = TlsSettings.of(settings);
    var nas = address("nas", settings.getOrDefault("nas", tls.isPresent() ? "127.0.0.1" : ""));
    var listen = address("listen", settings.getOrDefault("listen", "127.0.0.1"));
    int cut = port(settings, "disconnect-port", profile.port());
    var there =
        address(
            "disconnect-address",
            settings.getOrDefault("disconnect-address", nas.getHostAddress()));
    return new NasSettings(
        profile,
        nas,
        Optional.ofNullable(settings.get("identifier")),
        secret(settings.getOrDefault("secret", "")),
        flag(settings.getOrDefault("proxy", "false")),
        new InetSocketAddress(listen, port(settings, "access-port", 1812)),
        new InetSocketAddress(listen, port(settings, "accounting-port", 1813)),
        profile.port() == 0 || cut == 0
            ? Optional.empty()
            : Optional.of(new InetSocketAddress(there, cut)),
        tls);
  }

  private static Secret secret(String text) throws GatewayException {
    if (text.length() < SHORTEST_SECRET || text.length() > LONGEST_SECRET) {
      throw new GatewayException("secret has 16 to 128 characters");
    }
    return Secret.of(text);
  }

  private static boolean flag(String text) throws GatewayException {
    if (!text.equals("true") && !text.equals("false")) {
      throw new GatewayException("proxy is true or false");
    }
    return Boolean.parseBoolean(text);
  }

  /** An address as numbers: a name would have to be looked up, and could change. */
  static InetAddress address(String name, String text) throws GatewayException {
    try {
      if (NUMERIC.matcher(text).matches()) {
        return InetAddress.getByName(text);
      }
    } catch (UnknownHostException wrong) {
      throw new GatewayException(name + " is an address such as 192.0.2.7");
    }
    throw new GatewayException(name + " is an address such as 192.0.2.7");
  }

  static int port(Map<String, String> settings, String name, int preset) throws GatewayException {
    var text = settings.getOrDefault(name, Integer.toString(preset));
    if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= LARGEST_PORT) {
      return Integer.parseInt(text);
    }
    throw new GatewayException(name + " is 0 to 65535");
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "gear at " + nas.getHostAddress();
  }
}
