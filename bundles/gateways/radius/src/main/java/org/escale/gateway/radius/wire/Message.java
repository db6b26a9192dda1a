package org.escale.gateway.radius.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A packet in the making. What allows or refuses is signed first of all, so that nobody can forge
 * it by a collision (CVE-2024-3596). For one thread.
 */
public final class Message {
  private static final int LONGEST_VALUE = 253;
  private static final int USUAL = 256;

  private final int code;
  private final int id;
  private byte[] attributes = new byte[USUAL];
  private int size;
  private int signature = -1;

  private Message(int code, int id) {
    this.code = code;
    this.id = id;
  }

  /** The answer to that request. */
  public static Message answer(int code, Packet request) {
    var message = new Message(code, request.id());
    return Code.signedFirst(code) ? message.toBeSigned() : message;
  }

  /** A request with that identifier, 0 to 255. */
  public static Message request(int code, int id) {
    return new Message(code, id);
  }

  /** Signs it, at this place among the attributes. */
  public Message toBeSigned() {
    signature = Packet.HEADER + size + 2;
    return octets(Type.MESSAGE_AUTHENTICATOR, new byte[Packet.SIXTEEN]);
  }

  /** Adds text. */
  public Message text(int type, String value) {
    return octets(type, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds an unsigned number of four octets; what is larger becomes the largest. */
  public Message number(int type, long value) {
    int octets = (int) Math.min(value, 0xFFFF_FFFFL);
    return octets(type, ByteBuffer.allocate(Integer.BYTES).putInt(octets).array());
  }

  /**
   * Adds octets.
   *
   * @throws IllegalArgumentException if there are more than 253
   */
  public Message octets(int type, byte[] value) {
    if (value.length > LONGEST_VALUE) {
      throw new IllegalArgumentException("attribute " + type + " is too long");
    }
    room(value.length + 2);
    attributes[size] = (byte) type;
    attributes[size + 1] = (byte) (value.length + 2);
    System.arraycopy(value, 0, attributes, size + 2, value.length);
    size += value.length + 2;
    return this;
  }

  /** Adds attributes as {@link #attributes} gave them. */
  public Message encoded(byte[] some) {
    room(some.length);
    System.arraycopy(some, 0, attributes, size, some.length);
    size += some.length;
    return this;
  }

  /** All that was added, to be added elsewhere. */
  public byte[] attributes() {
    return Arrays.copyOf(attributes, size);
  }

  private void room(int more) {
    if (size + more > attributes.length) {
      attributes = Arrays.copyOf(attributes, Math.max(2 * attributes.length, size + more));
    }
  }

  /** Adds an attribute of that vendor. */
  public Message vendor(int vendor, int type, byte[] value) {
    var inside = ByteBuffer.allocate(Integer.BYTES + 2 + value.length);
    inside.putInt(vendor).put((byte) type).put((byte) (value.length + 2)).put(value);
    return octets(Type.VENDOR_SPECIFIC, inside.array());
  }

  /** Adds what proxies on the way want back, in their order (RFC 2865, 5.33). */
  public Message proxied(Packet request) {
    for (int at = request.find(Type.PROXY_STATE, Packet.HEADER);
        at >= 0;
        at = request.find(Type.PROXY_STATE, at + request.size(at))) {
      octets(Type.PROXY_STATE, request.value(at));
    }
    return this;
  }

  /** The octets of an answer to the request with that authenticator. */
  public byte[] answering(Secret secret, byte[] requestAuthenticator) {
    return sealed(secret, requestAuthenticator);
  }

  /** The octets of an accounting or disconnect request. */
  public byte[] asking(Secret secret) {
    return sealed(secret, new byte[Packet.SIXTEEN]);
  }

  /** The octets of a request whose authenticator is chance. */
  public byte[] asking(Secret secret, byte[] authenticator) {
    var octets = framed(authenticator);
    sign(octets, secret);
    return octets;
  }

  private byte[] sealed(Secret secret, byte[] authenticator) {
    var octets = framed(authenticator);
    sign(octets, secret);
    System.arraycopy(secret.digest(octets), 0, octets, Packet.AUTHENTICATOR, Packet.SIXTEEN);
    return octets;
  }

  private void sign(byte[] octets, Secret secret) {
    if (signature >= 0) {
      System.arraycopy(secret.sign(octets), 0, octets, signature, Packet.SIXTEEN);
    }
  }

  private byte[] framed(byte[] authenticator) {
    int length = Packet.HEADER + size;
    if (length > Packet.LONGEST) {
      throw new IllegalStateException("a packet of " + length + " octets");
    }
    return ByteBuffer.allocate(length)
        .put((byte) code)
        .put((byte) id)
        .putShort((short) length)
        .put(authenticator)
        .put(attributes, 0, size)
        .array();
  }
}
