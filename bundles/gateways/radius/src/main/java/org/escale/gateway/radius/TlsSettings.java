package org.escale.gateway.radius;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.escale.spi.gateway.GatewayException;

/**
 * How a box is known that opens a connection by TLS (RFC 6614).
 *
 * @param keys folder with {@code hub.pem}, {@code hub.key} and, for subjects, {@code boxes.pem}
 * @param fingerprint SHA-256 of its certificate, 64 digits in lower case; or else
 * @param subject the common name in its certificate, signed by one of {@code boxes.pem}
 * @param port where we listen
 */
record TlsSettings(
    Path keys, Optional<String> fingerprint, Optional<String> subject, InetSocketAddress port) {
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");
  private static final int RADSEC = 2083;

  /**
   * Reads them; empty where {@code tls-keys} is not said.
   *
   * @throws GatewayException naming the setting that is missing or wrong
   */
  static Optional<TlsSettings> of(Map<String, String> settings) throws GatewayException {
    var print = Optional.ofNullable(settings.get("tls-fingerprint")).map(TlsSettings::bare);
    var subject = Optional.ofNullable(settings.get("tls-subject"));
    if (!settings.containsKey("tls-keys")) {
      if (print.isPresent() || subject.isPresent() || settings.containsKey("tls-port")) {
        throw new GatewayException("tls-keys is missing");
      }
      return Optional.empty();
    }
    if (print.isPresent() == subject.isPresent()) {
      throw new GatewayException("one of tls-fingerprint and tls-subject is needed");
    }
    if (!print.map(p -> FINGERPRINT.matcher(p).matches()).orElse(true)) {
      throw new GatewayException("tls-fingerprint is 64 hexadecimal digits, of SHA-256");
    }
    if (!subject.map(s -> SUBJECT.matcher(s).matches()).orElse(true)) {
      throw new GatewayException("tls-subject has 1 to 64 letters, digits and . _ : -");
    }
    var listen = NasSettings.address("listen", settings.getOrDefault("listen", "127.0.0.1"));
    var port = new InetSocketAddress(listen, NasSettings.port(settings, "tls-port", RADSEC));
    return Optional.of(new TlsSettings(Path.of(settings.get("tls-keys")), print, subject, port));
  }

  private static String bare(String print) {
    return print.replace(":", "").toLowerCase(Locale.ROOT);
  }

  /** Whether no certificate could be both this box's and that one's. */
  boolean differs(TlsSettings other) {
    return !fingerprint.equals(other.fingerprint) || !subject.equals(other.subject);
  }
}
