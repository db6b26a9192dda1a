package org.escale.gateway.radius;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
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

  private final DatagramChannel channel;
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
      channel = open(port);
    } catch (IOException e) {
      throw new GatewayException("cannot listen on " + name + ": " + e.getMessage());
    }
    thread = new Thread(this::run, "radius-port " + name);
    thread.setDaemon(true);
    thread.start();
  }

  private static DatagramChannel open(InetSocketAddress port) throws IOException {
    var here = port.getAddress(); // every address of ours is those of IPv6 too
    var channel =
        here instanceof Inet4Address && !here.isAnyLocalAddress()
            ? DatagramChannel.open(StandardProtocolFamily.INET)
            : DatagramChannel.open();
    try {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
      return channel.bind(port);
    } catch (IOException taken) {
      channel.close();
      throw taken;
    }
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
    var datagram = ByteBuffer.allocateDirect(Packet.LONGEST + 1);
    while (channel.isOpen()) {
      try {
        datagram.clear();
        var from = (InetSocketAddress) channel.receive(datagram);
        take(from, datagram.flip());
      } catch (IOException closedOrRefused) {
        LOG.debug("no datagram: {}", closedOrRefused.getMessage());
      } catch (RuntimeException bug) {
        LOG.error("a datagram could not be served", bug);
      }
    }
  }

  private void take(InetSocketAddress from, ByteBuffer datagram) {
    var packet =
        datagram.limit() > Packet.LONGEST ? Optional.<Packet>empty() : Packet.read(datagram);
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
    var asked = new Repeats.Asked(from, packet);
    var before = repeats.answer(asked);
    if (before.isPresent()) {
      send(before.get(), from);
      return;
    }
    desk.take(
        packet,
        answer -> {
          repeats.keep(asked, answer);
          send(answer, from);
        });
  }

  private Optional<Desk> desk(InetSocketAddress from, Optional<Packet> packet) {
    var named = Optional.<String>empty();
    for (var desk : desks) { // asked for each datagram: no stream
      if (desk.nas().equals(from.getAddress())) {
        if (desk.identifier().isEmpty()) {
          return Optional.of(desk); // alone at that address, or it would not have joined
        }
        named = named.isPresent() ? named : packet.flatMap(p -> p.text(Type.NAS_IDENTIFIER));
        if (named.equals(desk.identifier())) {
          return Optional.of(desk);
        }
      }
    }
    return Optional.empty();
  }

  private void send(byte[] answer, SocketAddress to) {
    try {
      channel.send(ByteBuffer.wrap(answer), to);
    } catch (IOException lost) {
      LOG.debug("an answer was not sent: {}", lost.getMessage());
    }
  }

  /** The port is free when this returns: the system keeps it until nobody reads from it. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException late) {
      LOG.debug("a port was closed already: {}", late.getMessage());
    }
    try {
      thread.join(LONGEST_END);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
