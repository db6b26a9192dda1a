package org.escale.gateway.radius;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import org.escale.gateway.radius.wire.Packet;
import org.escale.gateway.radius.wire.Type;
import org.escale.spi.gateway.GatewayException;

/**
 * One port, shared by all gear that asks there. Several threads serve one where people ask to come
 * in, one serves what gear saw. What nobody knows is not answered.
 */
final class Listener implements AutoCloseable {
  private static final int MOST = 4; // threads of one port

  private final boolean ordered;
  private final List<Reader> readers;
  private final List<Desk> desks = new CopyOnWriteArrayList<>();
  private final Tally tally;

  /**
   * Opens the port.
   *
   * @param ordered whether one datagram is served after the other
   * @throws GatewayException if it cannot; says why
   */
  Listener(InetSocketAddress port, boolean ordered, LongSupplier nanos) throws GatewayException {
    this.ordered = ordered;
    this.tally = new Tally("port " + name(port));
    int number = ordered ? 1 : Math.min(MOST, Runtime.getRuntime().availableProcessors());
    try {
      readers = Reader.open(port, number, this::take, nanos);
    } catch (IOException e) {
      throw new GatewayException("cannot listen on " + name(port) + ": " + e.getMessage());
    }
    readers.forEach(Reader::start);
  }

  static String name(InetSocketAddress port) {
    return port.getAddress().getHostAddress() + ":" + port.getPort();
  }

  /**
   * Some more gear.
   *
   * @param ordered as the port was opened
   * @throws GatewayException if it could not be told from another, or the port is for other things
   */
  synchronized void join(Desk desk, boolean ordered) throws GatewayException {
    if (ordered != this.ordered) {
      throw new GatewayException("one port cannot be both for access and for accounting");
    }
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

  private void take(InetSocketAddress from, ByteBuffer datagram, Reader reader) {
    var packet =
        datagram.limit() > Packet.LONGEST ? Optional.<Packet>empty() : Packet.read(datagram);
    var desk = desk(from, packet);
    if (desk.isEmpty()) {
      tally.note(Noted.UNKNOWN_NAS);
    } else if (packet.isEmpty()) {
      desk.get().malformed();
    } else {
      serve(desk.get(), packet.get(), from, reader);
    }
  }

  private static void serve(Desk desk, Packet packet, InetSocketAddress from, Reader reader) {
    var asked = new Repeats.Asked(from, packet);
    var before = reader.repeats().answer(asked);
    if (before.isPresent()) {
      reader.send(before.get(), from);
      return;
    }
    desk.take(
        packet,
        answer -> {
          reader.repeats().keep(asked, answer);
          reader.send(answer, from);
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

  @Override
  public void close() {
    readers.forEach(Reader::close);
  }
}
