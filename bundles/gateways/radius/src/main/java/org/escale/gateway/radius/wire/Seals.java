package org.escale.gateway.radius.wire;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The digests of RADIUS; no state. Algorithms are looked up once and copied for each use: looking
 * one up costs more than a packet's digest.
 */
public final class Seals {
  private static final Map<String, MessageDigest> DIGESTS =
      Stream.of("MD5", "SHA-1", "SHA-256").collect(Collectors.toMap(name -> name, Seals::found));
  private static final Map<String, Mac> MACS =
      Stream.of("HmacSHA256").collect(Collectors.toMap(name -> name, Seals::ready));

  /** A digest is ready again when it was made: each thread has its own. */
  private static final ThreadLocal<MessageDigest> MD5 = ThreadLocal.withInitial(() -> found("MD5"));

  private Seals() {}

  private static MessageDigest found(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + name, e);
    }
  }

  private static Mac ready(String name) {
    try {
      var mac = Mac.getInstance(name);
      mac.init(new SecretKeySpec(new byte[1], name)); // only then it can be copied
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + name, e);
    }
  }

  /** MD5 of all these, one behind the other. */
  public static byte[] md5(byte[]... parts) {
    var digest = MD5.get();
    for (var part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  /** SHA-256 of all these, one behind the other. */
  public static byte[] sha256(byte[]... parts) {
    return digest("SHA-256", parts);
  }

  static byte[] digest(String name, byte[]... parts) {
    var digest = fresh(name);
    for (var part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  static MessageDigest fresh(String name) {
    return copy(DIGESTS.get(name));
  }

  static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("a digest of this Java cannot be copied", e);
    }
  }

  /** A keyed digest by that algorithm, {@code HmacSHA256}. */
  public static byte[] keyed(String algorithm, byte[] key, byte[] text) {
    try {
      var mac = (Mac) MACS.get(algorithm).clone();
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(text);
    } catch (CloneNotSupportedException | InvalidKeyException e) {
      throw new IllegalStateException(algorithm + " of this Java cannot be copied", e);
    }
  }
}
