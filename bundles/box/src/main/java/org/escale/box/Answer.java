package org.escale.box;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A RADIUS answer in the making; what allows or refuses is signed first of all. One thread. */
final class Answer {
  static final int ACCEPT = 2;
  static final int REJECT = 3;
  static final int ACCOUNTED = 5;
  private static final int PROXY_STATE = 33;
  private static final int CLASS = 25;
  private static final Pattern HUBS = Pattern.compile("e1\\.[0-9a-f]{32}\\.(.+)");

  private final Asked asked;
  private final int code;
  private final ByteArrayOutputStream attributes = new ByteArrayOutputStream();

  Answer(Asked asked, int code) {
    this.asked = asked;
    this.code = code;
  }

  Answer number(int type, int value) {
    return octets(type, ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
  }

  Answer text(int type, String value) {
    return octets(type, value.getBytes(UTF_8));
  }

  private Answer octets(int type, byte[] value) {
    attributes.write(type);
    attributes.write(value.length + 2);
    attributes.writeBytes(value);
    return this;
  }

  /** As it goes out. */
  byte[] sealed() throws IOException {
    var signature = new byte[code == ACCOUNTED ? 0 : Asked.SIXTEEN + 2];
    if (signature.length > 0) {
      signature[0] = Asked.MESSAGE_AUTHENTICATOR;
      signature[1] = (byte) signature.length;
    }
    var body = attributes.toByteArray();
    var proxies = asked.all(PROXY_STATE);
    int length = Asked.HEADER + signature.length + body.length + proxies.length;
    var whole =
        ByteBuffer.allocate(length)
            .put((byte) code)
            .put((byte) asked.id())
            .putShort((short) length)
            .put(asked.authenticator())
            .put(signature)
            .put(body)
            .put(proxies)
            .array();
    if (signature.length > 0) {
      var mac = Seals.hmac(asked.secret(), whole);
      System.arraycopy(mac, 0, whole, Asked.HEADER + 2, mac.length);
    }
    var digest = Seals.md5(whole, asked.secret());
    System.arraycopy(digest, 0, whole, Asked.AUTHENTICATOR, digest.length);
    return whole;
  }

  /**
   * By which session of the hub's somebody is let in, as the hub writes it into Class; empty where
   * nobody is, or by somebody else.
   */
  static Optional<String> session(byte[] octets) {
    for (int at = Asked.HEADER;
        octets[0] == ACCEPT && at + 2 <= octets.length && (octets[at + 1] & 0xFF) >= 2;
        at += octets[at + 1] & 0xFF) {
      int end = at + (octets[at + 1] & 0xFF);
      if ((octets[at] & 0xFF) == CLASS && end <= octets.length) {
        var hubs = HUBS.matcher(new String(octets, at + 2, end - at - 2, UTF_8));
        return hubs.matches() ? Optional.of(hubs.group(1)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Whether that is an answer to that request, by one who knows the secret. */
  static boolean to(Asked asked, byte[] octets) throws IOException {
    if (octets.length < Asked.HEADER || (octets[1] & 0xFF) != asked.id()) {
      return false;
    }
    var sealed = octets.clone();
    System.arraycopy(asked.authenticator(), 0, sealed, Asked.AUTHENTICATOR, Asked.SIXTEEN);
    var shown = Arrays.copyOfRange(octets, Asked.AUTHENTICATOR, Asked.HEADER);
    return MessageDigest.isEqual(Seals.md5(sealed, asked.secret()), shown);
  }
}
