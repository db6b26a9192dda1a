package org.escale.core.boxes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Signatures by Ed25519 (RFC 8032), keys and signatures in base64. Pure but for fresh keys. */
final class Signing {
  private static final String ED25519 = "Ed25519";

  private Signing() {}

  static KeyPair fresh() {
    try {
      return KeyPairGenerator.getInstance(ED25519).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java 17 has Ed25519", e);
    }
  }

  static String text(byte[] key) {
    return Base64.getEncoder().encodeToString(key);
  }

  /** Whether that is a public key for Ed25519. */
  static boolean isKey(String publicKey) {
    return holds(publicKey, "", "", true);
  }

  static String sign(String privateKey, String text) {
    return sign(privateKey, text.getBytes(UTF_8));
  }

  static String sign(String privateKey, byte[] text) {
    try {
      var signature = Signature.getInstance(ED25519);
      var key = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey));
      signature.initSign(KeyFactory.getInstance(ED25519).generatePrivate(key));
      signature.update(text);
      return text(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of the boxes does not sign", e);
    }
  }

  /** Whether the owner of that key signed that text. */
  static boolean holds(String publicKey, String text, String signed) {
    return holds(publicKey, text, signed, false);
  }

  private static boolean holds(String publicKey, String text, String signed, boolean keyAlone) {
    try {
      var key = new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey));
      var signature = Signature.getInstance(ED25519);
      signature.initVerify(KeyFactory.getInstance(ED25519).generatePublic(key));
      signature.update(text.getBytes(UTF_8));
      return keyAlone || signature.verify(Base64.getDecoder().decode(signed));
    } catch (GeneralSecurityException | IllegalArgumentException no) {
      return false;
    }
  }
}
