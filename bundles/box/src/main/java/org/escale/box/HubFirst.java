package org.escale.box;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Asks the hub, by way of the box's radsecproxy: both ends share one secret, so a request goes on
 * as it is, and so does its answer.
 *
 * @param port of radsecproxy, on this machine
 */
record HubFirst(int port) {
  /** Less than the 3 s after which hostapd asks again. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Once the box decides alone: who comes in waits for a hub that nobody expects any longer. */
  static final Duration ALONE = Duration.ofMillis(500);

  /** What the hub says; empty where it says nothing in that time. */
  Optional<byte[]> answer(Asked asked, Duration patience) throws IOException {
    var there = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try (var socket = new DatagramSocket(0, there.getAddress())) {
      socket.connect(there);
      var request = asked.octets();
      socket.send(new DatagramPacket(request, request.length));
      return heard(socket, asked, System.nanoTime() + patience.toNanos());
    } catch (PortUnreachableException | SocketTimeoutException silent) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> heard(DatagramSocket socket, Asked asked, long end)
      throws IOException {
    var came = new DatagramPacket(new byte[Asked.LONGEST], Asked.LONGEST);
    while (true) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        return Optional.empty();
      }
      socket.setSoTimeout((int) left);
      socket.receive(came);
      var octets = Arrays.copyOf(came.getData(), came.getLength());
      if (Answer.to(asked, octets)) {
        return Optional.of(octets);
      }
    }
  }
}
