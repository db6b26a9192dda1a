package org.escale.box;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The two digests that RADIUS is sealed with. Pure. */
final class Seals {
  private Seals() {}

  static byte[] md5(byte[]... parts) throws IOException {
    try {
      var digest = MessageDigest.getInstance("MD5");
      for (var part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (GeneralSecurityException e) {
      throw new IOException("every Java has MD5", e);
    }
  }

  static byte[] hmac(byte[] secret, byte[] text) throws IOException {
    try {
      var mac = Mac.getInstance("HmacMD5");
      mac.init(new SecretKeySpec(secret, "HmacMD5"));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IOException("every Java has HMAC-MD5", e);
    }
  }
}
