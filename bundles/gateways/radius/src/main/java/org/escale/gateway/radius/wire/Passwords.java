package org.escale.gateway.radius.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/** Passwords as packets carry them: PAP, CHAP, and keys for the gear (RFC 2865, 2868). */
public final class Passwords {
  private static final int LONGEST_HIDDEN = 128;
  private static final int CHAP = 17;

  private Passwords() {}

  /** The password of PAP in clear; empty if it cannot be one. */
  public static Optional<byte[]> shown(byte[] hidden, Secret secret, byte[] authenticator) {
    if (hidden.length == 0
        || hidden.length > LONGEST_HIDDEN
        || hidden.length % Packet.SIXTEEN != 0) {
      return Optional.empty();
    }
    var clear = new byte[hidden.length];
    var before = authenticator;
    for (int at = 0; at < hidden.length; at += Packet.SIXTEEN) {
      var pad = secret.pad(before);
      before = Arrays.copyOfRange(hidden, at, at + Packet.SIXTEEN);
      for (int i = 0; i < Packet.SIXTEEN; i++) {
        clear[at + i] = (byte) (before[i] ^ pad[i]);
      }
    }
    int end = clear.length;
    while (end > 0 && clear[end - 1] == 0) {
      end--;
    }
    return Optional.of(Arrays.copyOf(clear, end));
  }

  /** Hides octets as PAP and tunnels do; {@code start} is the first that the pad is made of. */
  static byte[] hidden(byte[] clear, Secret secret, byte[] start) {
    int blocks = Math.max(1, (clear.length + Packet.SIXTEEN - 1) / Packet.SIXTEEN);
    var padded = Arrays.copyOf(clear, blocks * Packet.SIXTEEN);
    var before = start;
    for (int at = 0; at < padded.length; at += Packet.SIXTEEN) {
      var pad = secret.pad(before);
      for (int i = 0; i < Packet.SIXTEEN; i++) {
        padded[at + i] ^= pad[i];
      }
      before = Arrays.copyOfRange(padded, at, at + Packet.SIXTEEN);
    }
    return padded;
  }

  /** Whether that answer to a challenge was made with that key (RFC 2865, 5.3). */
  public static boolean chap(byte[] answer, byte[] challenge, String key) {
    if (answer.length != CHAP || challenge.length == 0) {
      return false;
    }
    var right = Seals.md5(new byte[] {answer[0]}, key.getBytes(UTF_8), challenge);
    return MessageDigest.isEqual(right, Arrays.copyOfRange(answer, 1, CHAP));
  }

  /**
   * A Tunnel-Password (RFC 2868, 3.5): tag 0, two octets of salt, length and key, hidden.
   *
   * @param salt two octets of chance; their first bit is set here
   */
  public static byte[] tunnel(String key, Secret secret, byte[] requestAuthenticator, byte[] salt) {
    var marked = new byte[] {(byte) (salt[0] | 0x80), salt[1]};
    var text = key.getBytes(UTF_8);
    var clear = new byte[text.length + 1];
    clear[0] = (byte) text.length;
    System.arraycopy(text, 0, clear, 1, text.length);
    var start = Arrays.copyOf(requestAuthenticator, Packet.SIXTEEN + 2);
    System.arraycopy(marked, 0, start, Packet.SIXTEEN, 2);
    var body = hidden(clear, secret, start);
    var value = new byte[1 + 2 + body.length];
    System.arraycopy(marked, 0, value, 1, 2);
    System.arraycopy(body, 0, value, 1 + 2, body.length);
    return value;
  }
}
