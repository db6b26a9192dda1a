package org.escale.box;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** What a box believes of keys and certificates that it is told. Pure. */
final class Believed {
  private static final int THIRD = 3;

  private Believed() {}

  /**
   * The hub is the one that made the token.
   *
   * @param print SHA-256 of its public key, as the enrolment file says; files of hubs that wrote
   *     none are believed as they are
   */
  static void hub(String hubKey, Optional<String> print) throws IOException {
    if (print.isPresent() && !print.get().equals(Delivery.digest(hubKey))) {
      throw new IOException("this is another hub than the one of the enrolment file");
    }
  }

  /** It is for our own key, and signed by the hub. */
  static void certificate(String pem, OwnKey own, String hubKey) throws IOException {
    try {
      var certificate = read(pem);
      if (!certificate.getPublicKey().equals(key(own.publicKey()))) {
        throw new IOException("a certificate for another key");
      }
      certificate.verify(key(hubKey));
    } catch (GeneralSecurityException | IllegalArgumentException no) {
      throw new IOException("no certificate that the hub signed", no);
    }
  }

  /** Two of them: for that key (P-256, X.509, base64), and who signed it. */
  static void devices(String pem, String open) throws IOException {
    try {
      var bytes = new ByteArrayInputStream(pem.getBytes(UTF_8));
      var chain = CertificateFactory.getInstance("X.509").generateCertificates(bytes);
      var certificates = chain.toArray(new X509Certificate[0]);
      var own = Base64.getDecoder().decode(open);
      if (certificates.length != 2
          || !Arrays.equals(certificates[0].getPublicKey().getEncoded(), own)) {
        throw new IOException("a certificate for another key");
      }
      certificates[0].verify(certificates[1].getPublicKey());
    } catch (GeneralSecurityException | IllegalArgumentException no) {
      throw new IOException("no certificate for devices", no);
    }
  }

  /** Whether no more than a third of its life is left; what is no certificate never ages. */
  static boolean ageing(String pem, Instant now) {
    try {
      var certificate = read(pem);
      var end = certificate.getNotAfter().toInstant();
      var life = Duration.between(certificate.getNotBefore().toInstant(), end);
      return !now.isBefore(end.minus(life.dividedBy(THIRD)));
    } catch (GeneralSecurityException none) {
      return false;
    }
  }

  /** Whether it counts now, and longer than the one that is there. */
  static boolean newer(String fresh, String pem, Instant now) {
    try {
      var certificate = read(fresh);
      return !now.isBefore(certificate.getNotBefore().toInstant())
          && certificate.getNotAfter().toInstant().isAfter(read(pem).getNotAfter().toInstant());
    } catch (GeneralSecurityException none) {
      return false;
    }
  }

  private static X509Certificate read(String pem) throws GeneralSecurityException {
    var bytes = new ByteArrayInputStream(pem.getBytes(UTF_8));
    return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes);
  }

  private static PublicKey key(String text) throws GeneralSecurityException {
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
  }
}
