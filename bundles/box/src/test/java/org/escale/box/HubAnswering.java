package org.escale.box;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The other end of the line as RADIUS: lets in who has the hub's key, and hears accounting. */
final class HubAnswering implements AutoCloseable {
  static final String KEY = "key-that-the-hub-knows";

  /** What a hub says in Class: its proof, and the session. */
  private static final String CLASS = "e1." + "0a".repeat(16) + ".hub-session";

  /** Session and kind of what it was told, each in its turn. */
  final List<String> told = new CopyOnWriteArrayList<>();

  private final DatagramSocket socket;

  HubAnswering(int port) throws IOException {
    socket = new DatagramSocket(port, InetAddress.getLoopbackAddress());
    new Thread(this::listen, "hub").start();
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        var came = new DatagramPacket(new byte[Asked.LONGEST], Asked.LONGEST);
        socket.receive(came);
        var datagram = ByteBuffer.wrap(came.getData(), 0, came.getLength());
        var asked = Asked.read(datagram, OwnFreeRadius.SECRET.getBytes(UTF_8)).orElseThrow();
        var octets = answer(asked).sealed();
        socket.send(new DatagramPacket(octets, octets.length, came.getSocketAddress()));
      } catch (IOException closed) {
        // the test is over, or who asked went away
      }
    }
  }

  private Answer answer(Asked asked) throws IOException {
    if (asked.code() == Asked.ACCOUNTING) {
      told.add(asked.text(44).orElse("") + " " + asked.number(40).orElse(0));
      return new Answer(asked, Answer.ACCOUNTED);
    }
    boolean known = asked.code() == Asked.STATUS || asked.key().equals(Optional.of(KEY));
    return known
        ? new Answer(asked, Answer.ACCEPT).text(81, "777").text(25, CLASS)
        : new Answer(asked, Answer.REJECT);
  }

  @Override
  public void close() {
    socket.close();
  }
}
