package org.escale.core.boxes;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * An X.509 certificate (RFC 5280) over any public key: the JDK reads such certificates and makes
 * none. Pure.
 *
 * @param subject whose it is, the common name
 * @param key the public key, X.509, base64
 * @param use what it is for
 */
record Certificate(String subject, String key, Use use, Instant from, Instant until) {
  private static final byte[] COMMON_NAME = {6, 3, 0x55, 4, 3};
  private static final byte[] BASIC_CONSTRAINTS = {6, 3, 0x55, 0x1d, 0x13};
  private static final byte[] OTHER_NAME = {6, 3, 0x55, 0x1d, 0x11};
  private static final byte[] PURPOSE = {6, 3, 0x55, 0x1d, 0x25};
  private static final byte[] SERVER = {6, 8, 0x2b, 6, 1, 5, 5, 7, 3, 1};
  private static final byte[] CLIENT = {6, 8, 0x2b, 6, 1, 5, 5, 7, 3, 2};
  private static final Pattern IPV4 = Pattern.compile("(?:\\d{1,3}\\.){3}\\d{1,3}");
  private static final int DNS = 0x82;
  private static final int ADDRESS = 0x87;
  private static final byte[] TRUE = {1, 1, (byte) 0xff};
  private static final byte[] VERSION_3 = {(byte) 0xa0, 3, 2, 1, 2};
  private static final int INTEGER = 0x02;
  private static final int BITS = 0x03;
  private static final int BYTES = 0x04;
  private static final int TEXT = 0x0c;
  private static final int TIME = 0x17;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int EXTENSIONS = 0xa3;
  private static final int SHORT = 0x80;
  private static final int BYTE = 256;
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  /** Signed by that authority, as PEM. */
  String pem(Signer signer, BigInteger serial) {
    var times =
        seq(tag(TIME, ascii(WRITTEN.format(from))), tag(TIME, ascii(WRITTEN.format(until))));
    var body =
        seq(
            VERSION_3,
            tag(INTEGER, serial.toByteArray()),
            seq(signer.algorithm()),
            name(signer.name()),
            times,
            name(subject),
            Base64.getDecoder().decode(key),
            tag(EXTENSIONS, seq(extensions())));
    var whole =
        seq(body, seq(signer.algorithm()), tag(BITS, join(new byte[] {0}, signer.sign(body))));
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(whole);
    return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
  }

  /** What a certificate is for: a box can never show its own where the hub is looked for. */
  enum Use {
    /** Signs others. */
    AUTHORITY,
    /** Whom others look for by that name or address. */
    HUB,
    /** A box, which the hub knows by its name. */
    BOX
  }

  private byte[] extensions() {
    if (use == Use.AUTHORITY) {
      return seq(BASIC_CONSTRAINTS, TRUE, tag(BYTES, seq(TRUE)));
    }
    var basic = seq(BASIC_CONSTRAINTS, TRUE, tag(BYTES, seq()));
    var purpose = seq(PURPOSE, tag(BYTES, seq(use == Use.HUB ? SERVER : CLIENT)));
    return use == Use.HUB
        ? join(basic, purpose, seq(OTHER_NAME, tag(BYTES, seq(host()))))
        : join(basic, purpose);
  }

  private byte[] host() {
    if (!IPV4.matcher(subject).matches()) {
      return tag(DNS, ascii(subject));
    }
    var numbers = subject.split("\\.", -1);
    var octets = new byte[numbers.length];
    for (int n = 0; n < octets.length; n++) {
      octets[n] = (byte) Integer.parseInt(numbers[n]);
    }
    return tag(ADDRESS, octets);
  }

  private static byte[] name(String common) {
    return seq(tag(SET, seq(COMMON_NAME, tag(TEXT, common.getBytes(UTF_8)))));
  }

  private static byte[] seq(byte[]... parts) {
    return tag(SEQUENCE, parts);
  }

  private static byte[] tag(int tag, byte[]... parts) {
    var content = join(parts);
    int length = content.length;
    var head =
        length < SHORT
            ? new byte[] {(byte) tag, (byte) length}
            : length < BYTE
                ? new byte[] {(byte) tag, (byte) 0x81, (byte) length}
                : new byte[] {
                  (byte) tag, (byte) 0x82, (byte) (length / BYTE), (byte) (length % BYTE)
                };
    return join(head, content);
  }

  private static byte[] join(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
