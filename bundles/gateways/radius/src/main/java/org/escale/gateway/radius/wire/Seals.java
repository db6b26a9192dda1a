package org.escale.gateway.radius.wire;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What proves that a packet comes from one who knows the shared secret; no state. */
public final class Seals {
  private Seals() {}

  /** MD5 of all these, one behind the other. */
  public static byte[] md5(byte[]... parts) {
    return digest("MD5", parts);
  }

  /** SHA-256 of all these, one behind the other. */
  public static byte[] sha256(byte[]... parts) {
    return digest("SHA-256", parts);
  }

  static byte[] digest(String name, byte[]... parts) {
    try {
      var digest = MessageDigest.getInstance(name);
      for (var part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + name, e);
    }
  }

  /** A keyed digest by that algorithm, {@code HmacMD5} or {@code HmacSHA256}. */
  public static byte[] keyed(String algorithm, byte[] key, byte[] text) {
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  /** Whether the packet's Message-Authenticator is there and right (RFC 2869, 5.14). */
  public static boolean signed(Packet packet, byte[] secret) {
    var octets = packet.octets();
    if (packet.code() != Code.ACCESS_REQUEST && packet.code() != Code.STATUS_SERVER) {
      Arrays.fill(octets, Packet.AUTHENTICATOR, Packet.HEADER, (byte) 0);
    }
    return signatureHolds(packet, octets, secret);
  }

  /** Whether the Message-Authenticator of an answer to that request is there and right. */
  public static boolean signedAnswer(Packet answer, byte[] secret, byte[] requestAuthenticator) {
    var octets = answer.octets();
    System.arraycopy(requestAuthenticator, 0, octets, Packet.AUTHENTICATOR, Packet.SIXTEEN);
    return signatureHolds(answer, octets, secret);
  }

  private static boolean signatureHolds(Packet packet, byte[] octets, byte[] secret) {
    int at = packet.find(Type.MESSAGE_AUTHENTICATOR, Packet.HEADER);
    if (at < 0) {
      return false;
    }
    var shown = packet.value(at);
    Arrays.fill(octets, at + 2, at + 2 + Packet.SIXTEEN, (byte) 0);
    return MessageDigest.isEqual(shown, keyed("HmacMD5", secret, octets));
  }

  /** Whether the authenticator of an accounting or disconnect request is right (RFC 2866, 3). */
  public static boolean requested(Packet packet, byte[] secret) {
    return answered(packet, secret, new byte[Packet.SIXTEEN]);
  }

  /** Whether the authenticator of an answer to that request is right (RFC 2865, 3). */
  public static boolean answered(Packet answer, byte[] secret, byte[] requestAuthenticator) {
    var octets = answer.octets();
    System.arraycopy(requestAuthenticator, 0, octets, Packet.AUTHENTICATOR, Packet.SIXTEEN);
    return MessageDigest.isEqual(answer.authenticator(), md5(octets, secret));
  }
}
