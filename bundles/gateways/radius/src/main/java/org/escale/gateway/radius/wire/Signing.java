package org.escale.gateway.radius.wire;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * HMAC-MD5 (RFC 2104) by one secret, whose pads were digested once: half of what a short packet
 * would cost otherwise. Immutable.
 */
final class Signing {
  private static final int BLOCK = 64;
  private static final int MOST = 1_000;
  private static final byte[] NONE = new byte[Packet.SIXTEEN];
  private static final Map<ByteBuffer, Signing> KNOWN = new ConcurrentHashMap<>();

  private final MessageDigest inner;
  private final MessageDigest outer;

  private Signing(byte[] secret) {
    var key = secret.length > BLOCK ? Seals.md5(secret) : secret;
    inner = padded(key, 0x36);
    outer = padded(key, 0x5c);
  }

  private static MessageDigest padded(byte[] key, int pad) {
    var block = Arrays.copyOf(key, BLOCK);
    for (int i = 0; i < BLOCK; i++) {
      block[i] ^= (byte) pad;
    }
    var digest = Seals.fresh("MD5");
    digest.update(block);
    return digest;
  }

  /** By that secret. */
  static Signing of(byte[] secret) {
    var known = KNOWN.get(ByteBuffer.wrap(secret));
    if (known != null) {
      return known;
    }
    if (KNOWN.size() > MOST) {
      KNOWN.clear(); // secrets change seldom
    }
    return KNOWN.computeIfAbsent(ByteBuffer.wrap(secret.clone()), key -> new Signing(secret));
  }

  byte[] sign(byte[] text) {
    var digest = Seals.copy(inner);
    digest.update(text);
    return sealed(digest);
  }

  /**
   * What the signature at that place of a packet has to be, with that authenticator in the place of
   * its own.
   */
  byte[] sign(Packet packet, byte[] authenticator, int at) {
    var digest = Seals.copy(inner);
    packet.into(digest, 0, Packet.AUTHENTICATOR);
    digest.update(authenticator);
    packet.into(digest, Packet.HEADER, at);
    digest.update(NONE);
    packet.into(digest, at + Packet.SIXTEEN, packet.length());
    return sealed(digest);
  }

  private byte[] sealed(MessageDigest first) {
    var second = Seals.copy(outer);
    second.update(first.digest());
    return second.digest();
  }
}
