package org.escale.libraries.boxfiles;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;

/**
 * By what a device knows who asks it for name and key in 802.1X, so that it tells nobody else.
 *
 * @param realm what stands behind the {@code @} of the outer name; empty where nobody routes by it
 * @param server the name in the certificate that the device is shown
 * @param authority the certificate of who signed it, PEM; empty until it is known
 */
public record DeviceTunnel(String realm, String server, String authority) {
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";

  /**
   * Checks each value.
   *
   * @throws IllegalArgumentException says which value cannot be
   */
  public DeviceTunnel {
    if (!realm.isEmpty()) {
      Checked.host(realm);
    }
    Checked.host(server);
    if (!authority.isEmpty()) {
      read(authority);
    }
  }

  /**
   * The same, where no authority is known yet.
   *
   * @throws IllegalArgumentException if that is no certificate
   */
  public DeviceTunnel or(String preset) {
    return authority.isEmpty() ? new DeviceTunnel(realm, server, preset) : this;
  }

  /** The outer name, which says nothing of the person. */
  public String anonymous() {
    return realm.isEmpty() ? "anonymous" : "anonymous@" + realm;
  }

  /** The authority in base64, without line breaks. */
  String certificate() {
    return Base64.getEncoder().encodeToString(read(authority));
  }

  private static byte[] read(String pem) {
    var text = pem.strip();
    Checked.that(
        text.startsWith(BEGIN) && text.endsWith(END), "an authority is a certificate, PEM");
    var body = text.substring(BEGIN.length(), text.length() - END.length());
    Checked.that(body.indexOf('-') < 0, "an authority is one certificate");
    try {
      var octets = Base64.getMimeDecoder().decode(body);
      var factory = CertificateFactory.getInstance("X.509");
      return factory.generateCertificate(new ByteArrayInputStream(octets)).getEncoded();
    } catch (CertificateException | IllegalArgumentException wrong) {
      throw new IllegalArgumentException("an authority is one certificate, PEM", wrong);
    }
  }
}
