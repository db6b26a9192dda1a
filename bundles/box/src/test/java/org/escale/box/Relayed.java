package org.escale.box;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * A cable for datagrams: what comes at an address of this machine goes on to a port of its
 * loopback, and the answers back. A box's programs speak over loopback; hostapd is in a namespace.
 */
final class Relayed implements AutoCloseable {
  private static final int LONGEST = 4096;

  private final DatagramSocket front;
  private final DatagramSocket back;
  private volatile SocketAddress asker;

  /** From any port of that address. */
  Relayed(String address, int port) throws IOException {
    front = new DatagramSocket(0, InetAddress.getByName(address));
    back = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    var there = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    new Thread(() -> carry(front, back, there), "relay there").start();
    new Thread(() -> carry(back, front, null), "relay back").start();
  }

  int port() {
    return front.getLocalPort();
  }

  private void carry(DatagramSocket from, DatagramSocket to, SocketAddress there) {
    var came = new DatagramPacket(new byte[LONGEST], LONGEST);
    while (!from.isClosed()) {
      try {
        came.setLength(LONGEST);
        from.receive(came);
        if (there != null) {
          asker = came.getSocketAddress();
        }
        var target = there == null ? asker : there;
        to.send(new DatagramPacket(came.getData(), came.getLength(), target));
      } catch (IOException closed) {
        // the test is over, or who asked went away
      }
    }
  }

  @Override
  public void close() {
    front.close();
    back.close();
  }
}
