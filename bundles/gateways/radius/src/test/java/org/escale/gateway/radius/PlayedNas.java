package org.escale.gateway.radius;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.escale.gateway.radius.wire.Code;
import org.escale.gateway.radius.wire.Message;
import org.escale.gateway.radius.wire.Packet;
import org.escale.gateway.radius.wire.Secret;
import org.escale.gateway.radius.wire.Type;

/**
 * Gear as hostapd behaves: tells of its sessions until it is acknowledged, and cuts what a stamped
 * and signed disconnect names. Lives by a clock that is moved by hand.
 */
final class PlayedNas implements AutoCloseable {
  private static final Duration INTERIM = Duration.ofSeconds(60);

  final DatagramSocket socket;
  private final Clock clock;
  private final Secret secret;
  private final Map<String, Station> stations = new HashMap<>();
  private final Map<Integer, byte[]> unacknowledged = new HashMap<>();
  private final Thread thread = new Thread(this::run, "played-nas");
  private InetSocketAddress accounting = new InetSocketAddress(0);
  private long lastSent;
  private int id;

  private record Station(String session, String mac, String shown, Instant told) {}

  PlayedNas(Clock clock, Secret secret) throws IOException {
    this.clock = clock;
    this.secret = secret;
    this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    socket.setSoTimeout(5);
    thread.setDaemon(true);
    thread.start();
  }

  /** Where it tells what it sees. */
  synchronized void tells(InetSocketAddress port) {
    accounting = port;
    stations.clear();
    unacknowledged.clear();
  }

  /** Somebody was let in. */
  synchronized void enters(String mac, String shown) {
    if (stations.containsKey(mac)) {
      return;
    }
    var station = new Station("s" + id + "-" + mac, mac, shown, clock.instant());
    stations.put(mac, station);
    tell(1, station);
  }

  private void run() {
    var buffer = new byte[Packet.LONGEST];
    while (!socket.isClosed()) {
      var datagram = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(datagram);
        Packet.read(buffer, datagram.getLength()).ifPresent(p -> took(p, datagram));
      } catch (SocketTimeoutException nothing) {
        look();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private synchronized void took(Packet packet, DatagramPacket datagram) {
    if (packet.code() == Code.ACCOUNTING_RESPONSE) {
      var asked = Optional.ofNullable(unacknowledged.get(packet.id()));
      asked
          .flatMap(octets -> Packet.read(octets, octets.length))
          .filter(request -> secret.answered(packet, request.authenticator()))
          .ifPresent(request -> unacknowledged.remove(packet.id()));
    } else if (packet.code() == Code.DISCONNECT_REQUEST
        && secret.requested(packet)
        && secret.signed(packet)
        && packet.has(Type.EVENT_TIMESTAMP)) {
      send(cut(packet).answering(secret, packet.authenticator()), datagram);
    }
  }

  private Message cut(Packet packet) {
    var session = packet.text(Type.ACCT_SESSION_ID).orElse("");
    var named = stations.values().stream().filter(s -> s.session().equals(session)).findFirst();
    if (named.isEmpty()) {
      return Message.answer(Code.DISCONNECT_NAK, packet).number(Type.ERROR_CAUSE, 503);
    }
    stations.remove(named.get().mac());
    tell(2, named.get());
    return Message.answer(Code.DISCONNECT_ACK, packet);
  }

  private synchronized void look() {
    for (var station : Map.copyOf(stations).values()) {
      if (!station.told().plus(INTERIM).isAfter(clock.instant())) {
        stations.put(
            station.mac(),
            new Station(station.session(), station.mac(), station.shown(), clock.instant()));
        tell(3, station);
      }
    }
    if (System.nanoTime() - lastSent > Duration.ofMillis(100).toNanos()) {
      lastSent = System.nanoTime();
      unacknowledged.values().forEach(octets -> send(octets, accounting));
    }
  }

  private void tell(int status, Station station) {
    id = (id + 1) % 256;
    var octets =
        Message.request(Code.ACCOUNTING_REQUEST, id)
            .number(Type.ACCT_STATUS_TYPE, status)
            .text(Type.ACCT_SESSION_ID, station.session())
            .text(Type.CALLING_STATION_ID, station.mac())
            .octets(Type.CLASS, HexFormat.of().parseHex(station.shown()))
            .number(Type.EVENT_TIMESTAMP, clock.instant().getEpochSecond())
            .asking(secret);
    unacknowledged.put(id, octets);
    send(octets, accounting);
  }

  private void send(byte[] octets, DatagramPacket to) {
    send(octets, (InetSocketAddress) to.getSocketAddress());
  }

  private void send(byte[] octets, InetSocketAddress to) {
    try {
      if (to.getPort() > 0) {
        socket.send(new DatagramPacket(octets, octets.length, to));
      }
    } catch (IOException lost) {
      lastSent = 0; // it is sent again at the next look
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
