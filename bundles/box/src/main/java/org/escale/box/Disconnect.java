package org.escale.box;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/** Asks a program of this box to let a device go (RFC 5176). Immutable. */
final class Disconnect {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int REQUEST = 40;
  private static final int ACK = 41;
  private static final int NAK = 42;
  private static final int CALLING_STATION = 31;
  private static final int EVENT_TIMESTAMP = 55;

  private final String device;
  private final Instant at;
  private final byte[] secret;

  /**
   * For that device, twelve hexadecimal digits.
   *
   * @param at of the box's clock: hostapd takes none that is more than 300 s off
   */
  Disconnect(String device, Instant at, byte[] secret) {
    this.device = device;
    this.at = at;
    this.secret = secret.clone();
  }

  /**
   * Whether whoever listens at that port of this machine has said within 2 s that the device is
   * gone, or that it knows none such.
   */
  boolean done(int port) throws IOException {
    var request = request();
    try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.send(new DatagramPacket(request, request.length));
      var came = new DatagramPacket(new byte[Asked.LONGEST], Asked.LONGEST);
      socket.receive(came);
      return answers(request, Arrays.copyOf(came.getData(), came.getLength()));
    } catch (IOException silent) {
      return false;
    }
  }

  private byte[] request() throws IOException {
    var name = device.toUpperCase(Locale.ROOT).replaceAll("(..)(?!$)", "$1-").getBytes(UTF_8);
    int length = Asked.HEADER + 2 + Asked.SIXTEEN + 2 + name.length + 2 + Integer.BYTES;
    var whole =
        ByteBuffer.allocate(length)
            .put((byte) REQUEST)
            .put((byte) device.hashCode())
            .putShort((short) length)
            .position(Asked.HEADER)
            .put((byte) Asked.MESSAGE_AUTHENTICATOR)
            .put((byte) (2 + Asked.SIXTEEN))
            .position(Asked.HEADER + 2 + Asked.SIXTEEN)
            .put((byte) CALLING_STATION)
            .put((byte) (2 + name.length))
            .put(name)
            .put((byte) EVENT_TIMESTAMP)
            .put((byte) (2 + Integer.BYTES))
            .putInt((int) at.getEpochSecond())
            .array();
    var mac = Seals.hmac(secret, whole);
    System.arraycopy(mac, 0, whole, Asked.HEADER + 2, mac.length);
    var digest = Seals.md5(whole, secret);
    System.arraycopy(digest, 0, whole, Asked.AUTHENTICATOR, digest.length);
    return whole;
  }

  private boolean answers(byte[] request, byte[] answer) throws IOException {
    boolean known =
        answer.length >= Asked.HEADER
            && (answer[0] == ACK || answer[0] == NAK)
            && answer[1] == request[1];
    if (!known) {
      return false;
    }
    var blank = answer.clone();
    System.arraycopy(request, Asked.AUTHENTICATOR, blank, Asked.AUTHENTICATOR, Asked.SIXTEEN);
    var shown = Arrays.copyOfRange(answer, Asked.AUTHENTICATOR, Asked.HEADER);
    return MessageDigest.isEqual(Seals.md5(blank, secret), shown);
  }

  /** Without who. */
  @Override
  public String toString() {
    return "disconnect";
  }
}
