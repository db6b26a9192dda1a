package org.escale.box;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;

/**
 * The key and certificate that devices are shown in 802.1X: ECDSA on P-256, since phones take no
 * Ed25519. The key is made here and never leaves the box; its certificate comes from the hub.
 */
record DeviceKey(Home keys) {
  private static final String KEY = "devices.key";
  private static final String PUBLIC = "devices.pub";
  private static final String CERTIFICATE = "devices.pem";

  /** Whether a certificate is to be asked for: there is none, or no more than a third is left. */
  boolean wanted(Instant now) throws IOException {
    var pem = keys.read(CERTIFICATE);
    return pem.isEmpty() || Believed.ageing(pem.get(), now);
  }

  /** Whether there is a certificate, however old. */
  boolean there() throws IOException {
    return keys.read(CERTIFICATE).isPresent();
  }

  /** The public half (X.509, base64), on disk with the private one before anybody is told of it. */
  String open() throws IOException {
    if (keys.read(PUBLIC).isEmpty()) {
      try {
        var maker = KeyPairGenerator.getInstance("EC");
        maker.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = maker.generateKeyPair();
        var encoder = Base64.getEncoder();
        var hidden = encoder.encodeToString(pair.getPrivate().getEncoded());
        keys.write(KEY, "-----BEGIN PRIVATE KEY-----\n" + hidden + "\n-----END PRIVATE KEY-----\n");
        keys.write(PUBLIC, encoder.encodeToString(pair.getPublic().getEncoded()));
      } catch (GeneralSecurityException e) {
        throw new IOException("every Java 17 has P-256", e);
      }
    }
    return keys.read(PUBLIC).orElseThrow();
  }

  /**
   * Keeps the certificate, with who signed it.
   *
   * @throws IOException if it is for another key
   */
  void keep(String pem) throws IOException {
    Believed.devices(pem, open());
    keys.write(CERTIFICATE, pem);
  }
}
