package org.escale.gateway.radius.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A packet as it came: its frame is sound, of what is inside nothing is believed yet. Immutable.
 */
public final class Packet {
  /** The longest packet, octets. */
  public static final int LONGEST = 4096;

  /** The header before the attributes, octets. */
  static final int HEADER = 20;

  static final int AUTHENTICATOR = 4;
  static final int SIXTEEN = 16;
  private static final int VENDOR_HEADER = 4;

  private final byte[] octets;

  private Packet(byte[] octets) {
    this.octets = octets;
  }

  /**
   * Reads a datagram. Empty if its length is not what it says, an attribute does not fit, or what
   * signs it stands there twice. Octets behind the packet's own length are padding.
   */
  public static Optional<Packet> read(byte[] datagram, int length) {
    if (length < HEADER) {
      return Optional.empty();
    }
    int said = ((datagram[2] & 0xFF) << 8) | (datagram[3] & 0xFF);
    if (said < HEADER || said > length || said > LONGEST) {
      return Optional.empty();
    }
    var packet = new Packet(Arrays.copyOf(datagram, said));
    return packet.sound() ? Optional.of(packet) : Optional.empty();
  }

  /** Reads a datagram from there to the limit; the same. */
  public static Optional<Packet> read(ByteBuffer datagram) {
    var octets = new byte[datagram.remaining()];
    datagram.get(octets);
    return read(octets, octets.length);
  }

  private boolean sound() {
    int signatures = 0;
    int at = HEADER;
    while (at < octets.length) {
      if (at + 2 > octets.length || size(at) < 2 || at + size(at) > octets.length) {
        return false;
      }
      if (type(at) == Type.MESSAGE_AUTHENTICATOR) {
        signatures++;
        if (size(at) != SIXTEEN + 2) {
          return false;
        }
      }
      at += size(at);
    }
    return signatures <= 1;
  }

  /** What kind of packet it is. */
  public int code() {
    return octets[0] & 0xFF;
  }

  /** Which of its sender's packets on the way it is, 0 to 255. */
  public int id() {
    return octets[1] & 0xFF;
  }

  /** Its authenticator: 16 octets. */
  public byte[] authenticator() {
    return Arrays.copyOfRange(octets, AUTHENTICATOR, HEADER);
  }

  /** Whether that is the very same packet. */
  public boolean same(Packet other) {
    return Arrays.equals(octets, other.octets);
  }

  /** Spreads packets: authenticators are chance, or a digest. */
  public int spread() {
    return ByteBuffer.wrap(octets).getInt(AUTHENTICATOR);
  }

  /** All of it with another authenticator; a copy. */
  byte[] with(byte[] authenticator) {
    var all = octets();
    System.arraycopy(authenticator, 0, all, AUTHENTICATOR, SIXTEEN);
    return all;
  }

  /** All of it; a copy. */
  public byte[] octets() {
    return octets.clone();
  }

  /** The first attribute of that type. */
  public Optional<byte[]> first(int type) {
    int at = find(type, HEADER);
    return at < 0 ? Optional.empty() : Optional.of(value(at));
  }

  /** Whether there is one of that type. */
  public boolean has(int type) {
    return find(type, HEADER) >= 0;
  }

  /** The first attribute of that type as text in UTF-8; what is no UTF-8 becomes U+FFFD. */
  public Optional<String> text(int type) {
    return first(type).map(value -> new String(value, StandardCharsets.UTF_8));
  }

  /** The first attribute of that type as an unsigned number; empty if it is none of four octets. */
  public Optional<Long> number(int type) {
    return first(type)
        .filter(value -> value.length == Integer.BYTES)
        .map(value -> Integer.toUnsignedLong(ByteBuffer.wrap(value).getInt()));
  }

  /** The first attribute of that vendor and type (RFC 2865, 5.26). */
  public Optional<byte[]> vendor(int vendor, int type) {
    for (int at = find(Type.VENDOR_SPECIFIC, HEADER);
        at >= 0;
        at = find(Type.VENDOR_SPECIFIC, at + size(at))) {
      var found = inside(value(at), vendor, type);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<byte[]> inside(byte[] value, int vendor, int type) {
    if (value.length < VENDOR_HEADER || ByteBuffer.wrap(value).getInt() != vendor) {
      return Optional.empty();
    }
    int at = VENDOR_HEADER;
    while (at + 2 <= value.length) {
      int size = value[at + 1] & 0xFF;
      if (size < 2 || at + size > value.length) {
        return Optional.empty();
      }
      if ((value[at] & 0xFF) == type) {
        return Optional.of(Arrays.copyOfRange(value, at + 2, at + size));
      }
      at += size;
    }
    return Optional.empty();
  }

  /** Where an attribute of that type begins, from there on; -1 if nowhere. */
  int find(int type, int from) {
    for (int at = from; at < octets.length; at += size(at)) {
      if (type(at) == type) {
        return at;
      }
    }
    return -1;
  }

  int size(int at) {
    return octets[at + 1] & 0xFF;
  }

  byte[] value(int at) {
    return Arrays.copyOfRange(octets, at + 2, at + size(at));
  }

  private int type(int at) {
    return octets[at] & 0xFF;
  }

  /** Without what is inside. */
  @Override
  public String toString() {
    return "packet " + code() + " of " + octets.length + " octets";
  }
}
