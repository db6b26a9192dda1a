package org.escale.gateway.radius.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * What we and a piece of gear know, and nobody else: makes and checks what proves that a packet
 * comes from one who knows it. The pads of HMAC-MD5 (RFC 2104) are digested once, which is half of
 * what a short packet would cost otherwise. Immutable; safe for many threads.
 */
public final class Secret {
  private static final int BLOCK = 64;
  private static final byte[] NONE = new byte[Packet.SIXTEEN];

  private final byte[] octets;
  private final MessageDigest inner;
  private final MessageDigest outer;

  private Secret(byte[] octets) {
    this.octets = octets;
    var key = octets.length > BLOCK ? Seals.md5(octets) : octets;
    inner = padded(key, 0x36);
    outer = padded(key, 0x5c);
  }

  /** Of that text. */
  public static Secret of(String text) {
    return new Secret(text.getBytes(StandardCharsets.UTF_8));
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

  /** Whether the packet's Message-Authenticator is there and right (RFC 2869, 5.14). */
  public boolean signed(Packet packet) {
    boolean chance = packet.code() == Code.ACCESS_REQUEST || packet.code() == Code.STATUS_SERVER;
    return signatureHolds(packet, chance ? packet.authenticator() : NONE);
  }

  /** Whether the Message-Authenticator of an answer to that request is there and right. */
  public boolean signedAnswer(Packet answer, byte[] requestAuthenticator) {
    return signatureHolds(answer, requestAuthenticator);
  }

  /** Whether the authenticator of an accounting or disconnect request is right (RFC 2866, 3). */
  public boolean requested(Packet packet) {
    return answered(packet, NONE);
  }

  /** Whether the authenticator of an answer to that request is right (RFC 2865, 3). */
  public boolean answered(Packet answer, byte[] requestAuthenticator) {
    return MessageDigest.isEqual(answer.authenticator(), digest(answer.with(requestAuthenticator)));
  }

  private boolean signatureHolds(Packet packet, byte[] authenticator) {
    int at = packet.find(Type.MESSAGE_AUTHENTICATOR, Packet.HEADER);
    if (at < 0) {
      return false;
    }
    var blank = packet.with(authenticator);
    System.arraycopy(NONE, 0, blank, at + 2, Packet.SIXTEEN);
    return MessageDigest.isEqual(packet.value(at), sign(blank));
  }

  /** HMAC-MD5 of that text. */
  byte[] sign(byte[] text) {
    var first = Seals.copy(inner);
    first.update(text);
    var second = Seals.copy(outer);
    second.update(first.digest());
    return second.digest();
  }

  /** MD5 of that text and the secret behind it. */
  byte[] digest(byte[] text) {
    return Seals.md5(text, octets);
  }

  /** MD5 of the secret and what is behind it: what hides sixteen octets (RFC 2865, 5.2). */
  byte[] pad(byte[] behind) {
    return Seals.md5(octets, behind);
  }

  /** A key for that purpose alone, of which the secret cannot be told. */
  public byte[] key(String purpose) {
    return Seals.keyed("HmacSHA256", octets, purpose.getBytes(StandardCharsets.UTF_8));
  }

  /** Without what it is. */
  @Override
  public String toString() {
    return "secret";
  }
}
