package org.escale.core.boxes;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Who signs certificates: boxes' and the hub's by Ed25519 (RFC 8410), those for devices by ECDSA on
 * P-256 with SHA-256 (RFC 5758), which phones take. Pure but for fresh keys.
 *
 * @param name of the authority
 * @param key its private key, PKCS#8, base64
 */
record Signer(String name, Kind kind, String key) {
  private static final String BOXES = "Escale boxes";
  private static final String DEVICES = "Escale Wi-Fi";
  private static final String P_256 = "3059301306072a8648ce3d020106082a8648ce3d030107034200";

  /** By what it signs. */
  enum Kind {
    /** Ed25519. */
    ED25519,
    /** ECDSA. */
    P_256
  }

  /** Of the boxes and the hub. */
  static Signer boxes(String key) {
    return new Signer(BOXES, Kind.ED25519, key);
  }

  /** For devices. */
  static Signer devices(String key) {
    return new Signer(DEVICES, Kind.P_256, key);
  }

  /** A key for {@link #devices}. */
  static KeyPair fresh() {
    try {
      var maker = KeyPairGenerator.getInstance("EC");
      maker.initialize(new ECGenParameterSpec("secp256r1"));
      return maker.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java 17 has P-256", e);
    }
  }

  /** Whether that is a public key on P-256, X.509, base64. */
  static boolean isKey(String open) {
    try {
      var octets = Base64.getDecoder().decode(open);
      KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(octets));
      return HexFormat.of().formatHex(octets).startsWith(P_256);
    } catch (GeneralSecurityException | IllegalArgumentException no) {
      return false;
    }
  }

  /** Its object identifier, encoded. */
  byte[] algorithm() {
    return HexFormat.of().parseHex(kind == Kind.ED25519 ? "06032b6570" : "06082a8648ce3d040302");
  }

  byte[] sign(byte[] text) {
    if (kind == Kind.ED25519) {
      return Base64.getDecoder().decode(Signing.sign(key, text));
    }
    try {
      var signature = Signature.getInstance("SHA256withECDSA");
      var octets = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key));
      signature.initSign(KeyFactory.getInstance("EC").generatePrivate(octets));
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key for devices does not sign", e);
    }
  }

  /** Never the key. */
  @Override
  public String toString() {
    return name;
  }
}
