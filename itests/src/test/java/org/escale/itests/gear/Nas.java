package org.escale.itests.gear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.escale.tck.machine.Radclient;

/**
 * Gear that asks by radclient who may come in, tells who is there, and cuts whom a
 * Disconnect-Request at its port names, as hostapd does: yes, and then a Stop.
 */
final class Nas implements AutoCloseable {
  static final String SECRET = "a-secret-for-one-test-alone";

  private final String name;
  private final int access;
  private final int accounting;
  private final DatagramSocket socket;
  private final Map<String, Station> stations = new ConcurrentHashMap<>();
  private final List<String> cut = new CopyOnWriteArrayList<>();
  private final AtomicInteger count = new AtomicInteger();

  private record Station(String session, String mac, String shown) {}

  /** Of that NAS-Identifier, before the hub's two ports. */
  Nas(String name, int access, int accounting) {
    this.name = name;
    this.access = access;
    this.accounting = accounting;
    this.socket = socket();
    var thread = new Thread(this::listen, "nas-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  /** As an operator tells it to the hub. */
  String order(String id, String centre) {
    return """
        {"id":"%s","centreId":"%s","driver":"radius","settings":{"profile":"hostapd-8021x",
        "nas":"127.0.0.1","identifier":"%s","secret":"%s","access-port":"%d",
        "accounting-port":"%d","disconnect-port":"%d"}}"""
        .formatted(id, centre, name, SECRET, access, accounting, socket.getLocalPort());
  }

  /** What the hub says to somebody who shows that key. */
  Radclient.Said asks(String person, String key) {
    return Radclient.asking(access, SECRET)
        .insist(
            5,
            "User-Name = \"" + person + "\"",
            "User-Password = \"" + key + "\"",
            "NAS-Identifier = \"" + name + "\"",
            "Calling-Station-Id = \"" + mac(person) + "\"",
            "Message-Authenticator = 0x00");
  }

  /** Somebody comes in; whether the hub let them, and took the news. */
  boolean enters(String person, String key) {
    var said = asks(person, key);
    if (!said.accepted()) {
      return false;
    }
    var shown = said.value("Class").orElseThrow();
    stations.put(person, new Station(name + "-" + count.incrementAndGet(), mac(person), shown));
    return tells("Start", person);
  }

  /** Tells that all who are there still are; whether anybody is. */
  boolean alive() {
    stations.keySet().forEach(person -> tells("Interim-Update", person));
    return !stations.isEmpty();
  }

  /** Somebody goes without a word: the last thing told is that they were there. */
  void loses(String person) {
    tells("Interim-Update", person);
    stations.remove(person);
  }

  /** The sessions that a Disconnect-Request named. */
  List<String> cuts() {
    return List.copyOf(cut);
  }

  private boolean tells(String status, String person) {
    var station = stations.get(person);
    return station != null && tells(status, station);
  }

  private boolean tells(String status, Station station) {
    return Radclient.telling(accounting, SECRET)
        .insist(
            5,
            "Acct-Status-Type = " + status,
            "Acct-Session-Id = \"" + station.session() + "\"",
            "NAS-Identifier = \"" + name + "\"",
            "Calling-Station-Id = \"" + station.mac() + "\"",
            "Class = " + station.shown())
        .acknowledged();
  }

  private void listen() {
    var buffer = new byte[4096];
    while (!socket.isClosed()) {
      var datagram = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(datagram);
        var order = Disconnect.read(buffer, datagram.getLength());
        var named =
            stations.entrySet().stream()
                .filter(s -> s.getValue().session().equals(order.session()))
                .findFirst();
        var answer = named.isPresent() ? order.done(SECRET) : order.unknown(SECRET);
        socket.send(new DatagramPacket(answer, answer.length, datagram.getSocketAddress()));
        named.ifPresent(there -> over(there.getKey(), there.getValue()));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void over(String person, Station station) {
    cut.add(station.session());
    stations.remove(person);
    tells("Stop", station);
  }

  private static String mac(String person) {
    return "02-00-" + String.format("%08x", person.hashCode()).replaceAll("(..)(?!$)", "$1-");
  }

  private static DatagramSocket socket() {
    try {
      return new DatagramSocket(0, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
