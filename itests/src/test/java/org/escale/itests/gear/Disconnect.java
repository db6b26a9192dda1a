package org.escale.itests.gear;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** A Disconnect-Request (RFC 5176) as gear reads it. */
final class Disconnect {
  private static final int HEADER = 20;
  private static final int ACCT_SESSION_ID = 44;
  private static final byte ACK = 41;
  private static final byte NAK = 42;
  private static final byte[] UNKNOWN_SESSION = {101, 6, 0, 0, 1, (byte) 0xf7};

  private final byte id;
  private final byte[] authenticator;
  private final String session;

  private Disconnect(byte id, byte[] authenticator, String session) {
    this.id = id;
    this.authenticator = authenticator;
    this.session = session;
  }

  static Disconnect read(byte[] octets, int length) {
    var session = "";
    for (int at = HEADER; at + 1 < length; at += octets[at + 1] & 0xff) {
      if (octets[at] == ACCT_SESSION_ID) {
        session = new String(octets, at + 2, (octets[at + 1] & 0xff) - 2, UTF_8);
      }
    }
    return new Disconnect(octets[1], Arrays.copyOfRange(octets, 4, HEADER), session);
  }

  /** By what name it knows the session. */
  String session() {
    return session;
  }

  /** It was there, and is no more. */
  byte[] done(String secret) {
    return answer(ACK, new byte[0], secret);
  }

  /** It is not there. */
  byte[] unknown(String secret) {
    return answer(NAK, UNKNOWN_SESSION, secret);
  }

  private byte[] answer(byte code, byte[] attributes, String secret) {
    var text = new ByteArrayOutputStream();
    text.writeBytes(new byte[] {code, id, 0, (byte) (HEADER + attributes.length)});
    text.writeBytes(authenticator);
    text.writeBytes(attributes);
    var octets = text.toByteArray();
    text.writeBytes(secret.getBytes(UTF_8));
    System.arraycopy(md5(text.toByteArray()), 0, octets, 4, authenticator.length);
    return octets;
  }

  private static byte[] md5(byte[] text) {
    try {
      return MessageDigest.getInstance("MD5").digest(text);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
