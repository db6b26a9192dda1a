package org.escale.gateway.radius;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.escale.gateway.radius.wire.Packet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A socket at a port and the thread that serves it. Where a port has several, the system gives all
 * datagrams of one sender to the same (SO_REUSEPORT): who repeats himself meets who answered.
 */
final class Reader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Reader.class);
  private static final int BUFFER = 4 << 20;
  private static final int LONGEST_END = 1000;

  private final DatagramChannel channel;
  private final Thread thread;
  private final Server server;
  private final Repeats repeats;

  /** What serves a datagram, on this reader's thread. */
  interface Server {
    /** {@code datagram} is the reader's own: it is another one after this. */
    void take(InetSocketAddress from, ByteBuffer datagram, Reader reader);
  }

  private Reader(DatagramChannel channel, Server server, LongSupplier nanos, String name) {
    this.channel = channel;
    this.server = server;
    this.repeats = new Repeats(nanos);
    thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  /**
   * So many at that port; they read once they are started.
   *
   * @throws IOException if somebody else has it, of this process or of another
   */
  static List<Reader> open(InetSocketAddress port, int number, Server server, LongSupplier nanos)
      throws IOException {
    boolean shared = number > 1;
    if (shared) {
      channel(port, false).close(); // sharing it would also let another hub have it
    }
    var readers = new ArrayList<Reader>();
    try {
      for (int i = 1; i <= number; i++) {
        var name = "radius-port " + Listener.name(port) + (shared ? " " + i : "");
        readers.add(new Reader(channel(port, shared), server, nanos, name));
      }
    } catch (IOException taken) {
      readers.forEach(Reader::close);
      throw taken;
    }
    return readers;
  }

  private static DatagramChannel channel(InetSocketAddress port, boolean shared)
      throws IOException {
    var here = port.getAddress(); // every address of ours is those of IPv6 too
    var channel =
        here instanceof Inet4Address && !here.isAnyLocalAddress()
            ? DatagramChannel.open(StandardProtocolFamily.INET)
            : DatagramChannel.open();
    try {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
      if (shared) {
        channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
      }
      return channel.bind(port);
    } catch (IOException taken) {
      channel.close();
      throw taken;
    }
  }

  void start() {
    thread.start();
  }

  Repeats repeats() {
    return repeats;
  }

  private void run() {
    var datagram = ByteBuffer.allocateDirect(Packet.LONGEST + 1);
    while (channel.isOpen()) {
      try {
        datagram.clear();
        var from = (InetSocketAddress) channel.receive(datagram);
        server.take(from, datagram.flip(), this);
      } catch (IOException closedOrRefused) {
        LOG.debug("no datagram: {}", closedOrRefused.getMessage());
      } catch (RuntimeException bug) {
        LOG.error("a datagram could not be served", bug);
      }
    }
  }

  void send(byte[] answer, InetSocketAddress to) {
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
