package org.escale.box;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The key that the box made for itself (Ed25519); its private half never leaves the box.
 *
 * @param privateKey PKCS#8, base64
 * @param publicKey X.509, base64
 */
record OwnKey(String privateKey, String publicKey) {
  private static final String ED25519 = "Ed25519";
  private static final String FILE = "own.key";

  /** The one that is there, or a fresh one, on disk before anybody is told of it. */
  static OwnKey of(Home home) throws IOException {
    var kept = home.read(FILE);
    if (kept.isEmpty()) {
      var fresh = fresh();
      home.write(FILE, fresh.privateKey + "\n" + fresh.publicKey + "\n");
      return fresh;
    }
    var lines = kept.get().split("\n", -1);
    return new OwnKey(lines[0], lines[1]);
  }

  String sign(String text) throws IOException {
    try {
      var signature = Signature.getInstance(ED25519);
      var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey));
      signature.initSign(KeyFactory.getInstance(ED25519).generatePrivate(spec));
      signature.update(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException("the box's own key does not sign", e);
    }
  }

  /** As programs read it. */
  String pem() {
    return "-----BEGIN PRIVATE KEY-----\n" + privateKey + "\n-----END PRIVATE KEY-----\n";
  }

  /** Whether the owner of that key signed that text. */
  static boolean holds(String key, String text, String signed) {
    try {
      var signature = Signature.getInstance(ED25519);
      var spec = new X509EncodedKeySpec(Base64.getDecoder().decode(key));
      signature.initVerify(KeyFactory.getInstance(ED25519).generatePublic(spec));
      signature.update(text.getBytes(UTF_8));
      return signature.verify(Base64.getDecoder().decode(signed));
    } catch (GeneralSecurityException | IllegalArgumentException no) {
      return false;
    }
  }

  private static OwnKey fresh() throws IOException {
    try {
      var pair = KeyPairGenerator.getInstance(ED25519).generateKeyPair();
      var encoder = Base64.getEncoder();
      return new OwnKey(
          encoder.encodeToString(pair.getPrivate().getEncoded()),
          encoder.encodeToString(pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IOException("every Java 17 has Ed25519", e);
    }
  }

  /** Never the private half. */
  @Override
  public String toString() {
    return "key of the box";
  }
}
