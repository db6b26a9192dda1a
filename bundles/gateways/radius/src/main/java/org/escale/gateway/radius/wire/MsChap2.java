package org.escale.gateway.radius.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** MS-CHAPv2 (RFC 2759) as RADIUS carries it (RFC 2548); no state. */
public final class MsChap2 {
  /** Microsoft's number. */
  public static final int VENDOR = 311;

  /** MS-CHAP-Challenge. */
  public static final int CHALLENGE = 11;

  /** MS-CHAP2-Response. */
  public static final int RESPONSE = 25;

  /** MS-CHAP2-Success. */
  public static final int SUCCESS = 26;

  private static final int RESPONSE_SIZE = 50;
  private static final int PEER = 2;
  private static final int NT = 26;
  private static final byte[] MAGIC_1 =
      "Magic server to client signing constant".getBytes(US_ASCII);
  private static final byte[] MAGIC_2 =
      "Pad to make it do more than one iteration".getBytes(US_ASCII);

  private MsChap2() {}

  /**
   * What to answer to somebody who knows the key: the value of MS-CHAP2-Success. Empty for others.
   *
   * @param name as the client said it, without a domain before a backslash
   */
  public static Optional<byte[]> success(
      byte[] response, byte[] challenge, String name, String key) {
    if (response.length != RESPONSE_SIZE || challenge.length != Packet.SIXTEEN) {
      return Optional.empty();
    }
    var peer = Arrays.copyOfRange(response, PEER, PEER + Packet.SIXTEEN);
    var shown = Arrays.copyOfRange(response, NT, RESPONSE_SIZE);
    var hash = Md4.of(key.getBytes(UTF_16LE));
    var both =
        Arrays.copyOf(Seals.digest("SHA-1", peer, challenge, name.getBytes(UTF_8)), Long.BYTES);
    if (!MessageDigest.isEqual(shown, answer(both, hash))) {
      return Optional.empty();
    }
    var inner = Seals.digest("SHA-1", Md4.of(hash), shown, MAGIC_1);
    var proof = Seals.digest("SHA-1", inner, both, MAGIC_2);
    var text = "S=" + HexFormat.of().withUpperCase().formatHex(proof);
    var value = new ByteArrayOutputStream();
    value.write(response[0]);
    value.writeBytes(text.getBytes(US_ASCII));
    return Optional.of(value.toByteArray());
  }

  /** The NT-Response to a challenge of eight octets. */
  static byte[] answer(byte[] challenge, byte[] hash) {
    var keys = Arrays.copyOf(hash, 21);
    var answer = new ByteArrayOutputStream();
    for (int at = 0; at < keys.length; at += 7) {
      answer.writeBytes(des(Arrays.copyOfRange(keys, at, at + 7), challenge));
    }
    return answer.toByteArray();
  }

  private static byte[] des(byte[] seven, byte[] clear) {
    long bits = 0;
    for (byte octet : seven) {
      bits = (bits << 8) | (octet & 0xFF);
    }
    var key = new byte[Long.BYTES];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) ((bits >>> (49 - 7 * i)) << 1);
    }
    try {
      var cipher = Cipher.getInstance("DES/ECB/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "DES"));
      return cipher.doFinal(clear);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has DES", e);
    }
  }
}
