package org.escale.gateway.radius;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import org.escale.gateway.radius.wire.Packet;
import org.escale.gateway.radius.wire.Type;
import org.escale.spi.gateway.GatewayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One port, shared by all gear that asks there; one thread. What nobody knows is not answered. */
final class Listener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
  private static final int BUFFER = 4 << 20;
  private static final int LONGEST_END = 1000;

  private final DatagramSocket socket;
  private final Thread thread;
  private final List<Desk> desks = new CopyOnWriteArrayList<>();
  private final Tally tally;
  private final Repeats repeats;

  /**
   * Opens the port.
   *
   * @throws GatewayException if it cannot; says why
   */
  Listener(InetSocketAddress port, LongSupplier nanos) throws GatewayException {
    var name = port.getAddress().getHostAddress() + ":" + port.getPort();
    this.tally = new Tally("port " + name);
    this.repeats = new Repeats(nanos);
    try {
      socket = new DatagramSocket(null);
      socket.setReuseAddress(false);
      socket.setReceiveBufferSize(BUFFER);
      socket.bind(port);
    } catch (SocketException e) {
      throw new GatewayException("cannot listen on " + name + ": " + e.getMessage());
    }
    thread = new Thread(this::run, "radius-port " + name);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Some more gear.
   *
   * @throws GatewayException if it could not be told from another
   */
  synchronized void join(Desk desk) throws GatewayException {
    if (desks.stream().anyMatch(other -> other.meets(desk) || desk.meets(other))) {
      throw new GatewayException("nas is another gateway's: give both an identifier");
    }
    desks.add(desk);
  }

  /** Whether nobody is left. */
  synchronized boolean leave(Desk desk) {
    desks.remove(desk);
    return desks.isEmpty();
  }

  String text() {
    return tally.text();
  }

  private void run() {
    var buffer = new byte[Packet.LONGEST + 1];
    while (!socket.isClosed()) {
      var datagram = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(datagram);
        take(datagram);
      } catch (IOException closedOrRefused) {
        LOG.debug("no datagram: {}", closedOrRefused.getMessage());
      } catch (RuntimeException bug) {
        LOG.error("a datagram could not be served", bug);
      }
    }
  }

  private void take(DatagramPacket datagram) {
    var from = (InetSocketAddress) datagram.getSocketAddress();
    var packet =
        datagram.getLength() > Packet.LONGEST
            ? Optional.<Packet>empty()
            : Packet.read(datagram.getData(), datagram.getLength());
    var desk = desk(from, packet);
    if (desk.isEmpty()) {
      tally.note(Noted.UNKNOWN_NAS);
    } else if (packet.isEmpty()) {
      desk.get().malformed();
    } else {
      serve(desk.get(), packet.get(), from);
    }
  }

  private void serve(Desk desk, Packet packet, SocketAddress from) {
    var octets = packet.octets();
    repeats
        .answer(from, octets)
        .ifPresentOrElse(
            same -> send(same, from),
            () ->
                desk.take(
                    packet,
                    answer -> {
                      repeats.keep(from, octets, answer);
                      send(answer, from);
                    }));
  }

  private Optional<Desk> desk(InetSocketAddress from, Optional<Packet> packet) {
    var there = desks.stream().filter(d -> d.nas().equals(from.getAddress())).toList();
    if (there.size() <= 1 && there.stream().allMatch(d -> d.identifier().isEmpty())) {
      return there.stream().findFirst();
    }
    var named = packet.flatMap(p -> p.text(Type.NAS_IDENTIFIER));
    return there.stream().filter(d -> named.equals(d.identifier())).findFirst();
  }

  private void send(byte[] answer, SocketAddress to) {
    try {
      socket.send(new DatagramPacket(answer, answer.length, to));
    } catch (IOException lost) {
      LOG.debug("an answer was not sent: {}", lost.getMessage());
    }
  }

  /** The port is free when this returns: the system keeps it until nobody reads from it. */
  @Override
  public void close() {
    socket.close();
    try {
      thread.join(LONGEST_END);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
