package org.escale.gateway.radius;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.escale.gateway.radius.wire.Packet;
import org.escale.spi.gateway.GatewayException;

/** Datagrams to the gear's own port, and from there. */
final class UdpWay implements Way {
  private static final int LOOK = 50;

  private final DatagramSocket socket;
  private final byte[] buffer = new byte[Packet.LONGEST + 1];

  /**
   * Opens it. The socket hears that gear alone.
   *
   * @throws GatewayException if there is no socket to be had
   */
  UdpWay(Optional<InetSocketAddress> gear) throws GatewayException {
    try {
      socket = new DatagramSocket();
      socket.setSoTimeout(LOOK);
      if (gear.isPresent()) {
        socket.connect(gear.get());
      }
    } catch (SocketException e) {
      throw new GatewayException("cannot speak to the gear: " + e.getMessage());
    }
  }

  @Override
  public void send(byte[] packet) {
    try {
      socket.send(new DatagramPacket(packet, packet.length));
    } catch (IOException notNow) {
      pause(); // it is sent again as if it had been lost on the way
    }
  }

  @Override
  public Optional<byte[]> receive() {
    var datagram = new DatagramPacket(buffer, buffer.length);
    try {
      socket.receive(datagram);
      return Optional.of(Arrays.copyOf(buffer, datagram.getLength()));
    } catch (SocketTimeoutException nothing) {
      return Optional.empty();
    } catch (IOException nobodyListens) {
      pause(); // the gear's host refuses the port: that is silence
      return Optional.empty();
    }
  }

  /** Gear at the end of datagrams does not come: it is there or not. */
  @Override
  public boolean fresh() {
    return false;
  }

  private static void pause() {
    LockSupport.parkNanos(Duration.ofMillis(LOOK).toNanos());
  }

  @Override
  public void close() {
    socket.close();
  }
}
