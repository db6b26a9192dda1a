package org.escale.box;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A RADIUS request (RFC 2865, 2866, 5997) of one who knows the box's own secret: its frame is sound
 * and its seal right. Immutable.
 */
final class Asked {
  static final int ACCESS = 1;
  static final int ACCOUNTING = 4;
  static final int STATUS = 12;
  static final int AUTHENTICATOR = 4;
  static final int HEADER = 20;
  static final int SIXTEEN = 16;
  static final int LONGEST = 4096;
  static final int MESSAGE_AUTHENTICATOR = 80;
  private static final int PASSWORD = 2;
  private static final int CALLING_STATION = 31;

  private final byte[] octets;
  private final byte[] secret;

  private Asked(byte[] octets, byte[] secret) {
    this.octets = octets;
    this.secret = secret;
  }

  /** Reads it; empty where it deserves no answer. */
  static Optional<Asked> read(ByteBuffer datagram, byte[] secret) throws IOException {
    var octets = new byte[datagram.remaining()];
    datagram.get(octets);
    var asked = new Asked(octets, secret);
    return asked.sound() && asked.genuine() ? Optional.of(asked) : Optional.empty();
  }

  private boolean sound() {
    if (octets.length < HEADER || octets.length > LONGEST) {
      return false;
    }
    int said = ((octets[2] & 0xFF) << 8) | (octets[3] & 0xFF);
    int at = HEADER;
    while (at + 2 <= octets.length && size(at) >= 2) {
      at += size(at);
    }
    return said == octets.length && at == octets.length;
  }

  private boolean genuine() throws IOException {
    if (code() == ACCOUNTING) {
      var blank = octets.clone();
      Arrays.fill(blank, AUTHENTICATOR, HEADER, (byte) 0);
      return MessageDigest.isEqual(Seals.md5(blank, secret), authenticator());
    }
    int at = find(MESSAGE_AUTHENTICATOR);
    boolean kind = code() == ACCESS || code() == STATUS;
    if (!kind || at < 0 || size(at) != SIXTEEN + 2) {
      return false;
    }
    var blank = octets.clone();
    Arrays.fill(blank, at + 2, at + size(at), (byte) 0);
    return MessageDigest.isEqual(Seals.hmac(secret, blank), value(at));
  }

  int code() {
    return octets[0] & 0xFF;
  }

  int id() {
    return octets[1] & 0xFF;
  }

  byte[] authenticator() {
    return Arrays.copyOfRange(octets, AUTHENTICATOR, HEADER);
  }

  byte[] secret() {
    return secret.clone();
  }

  /** All of it. */
  byte[] octets() {
    return octets.clone();
  }

  /** The key in clear, as PAP carries it; empty where there is none. */
  Optional<String> key() throws IOException {
    int at = find(PASSWORD);
    if (at < 0 || value(at).length == 0 || value(at).length % SIXTEEN != 0) {
      return Optional.empty();
    }
    var hidden = value(at);
    var before = authenticator();
    var clear = new byte[hidden.length];
    for (int block = 0; block < hidden.length; block += SIXTEEN) {
      var pad = Seals.md5(secret, before);
      before = Arrays.copyOfRange(hidden, block, block + SIXTEEN);
      for (int i = 0; i < SIXTEEN; i++) {
        clear[block + i] = (byte) (before[i] ^ pad[i]);
      }
    }
    int end = clear.length;
    while (end > 0 && clear[end - 1] == 0) {
      end--;
    }
    return end == 0 ? Optional.empty() : Optional.of(new String(clear, 0, end, UTF_8));
  }

  /** Who asks: twelve hexadecimal digits, whatever is between them. */
  Optional<String> device() {
    return text(CALLING_STATION)
        .map(text -> text.replaceAll("[-:.]", "").toLowerCase(Locale.ROOT))
        .filter(digits -> digits.matches("[0-9a-f]{12}"));
  }

  Optional<String> text(int type) {
    int at = find(type);
    return at < 0 ? Optional.empty() : Optional.of(new String(value(at), UTF_8));
  }

  /** A number of four octets. */
  Optional<Integer> number(int type) {
    int at = find(type);
    return at < 0 || value(at).length != Integer.BYTES
        ? Optional.empty()
        : Optional.of(ByteBuffer.wrap(value(at)).getInt());
  }

  /** All attributes of that type as they came, one behind the other. */
  byte[] all(int type) {
    var all = ByteBuffer.allocate(octets.length);
    for (int at = HEADER; at < octets.length; at += size(at)) {
      if ((octets[at] & 0xFF) == type) {
        all.put(octets, at, size(at));
      }
    }
    return Arrays.copyOf(all.array(), all.position());
  }

  private int find(int type) {
    int at = HEADER;
    while (at < octets.length && (octets[at] & 0xFF) != type) {
      at += size(at);
    }
    return at < octets.length ? at : -1;
  }

  private int size(int at) {
    return octets[at + 1] & 0xFF;
  }

  private byte[] value(int at) {
    return Arrays.copyOfRange(octets, at + 2, at + size(at));
  }

  /** Without who and what. */
  @Override
  public String toString() {
    return "request " + id();
  }
}
