package org.escale.tck.machine;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports that no other test process of this machine is given, now or until this one ends: to be told
 * to a program that listens later. Below those that Linux gives by itself (32,768 and more), so
 * that nobody's outgoing connection takes one in between. Any thread.
 */
public final class Ports {
  private static final int FIRST = 12_000;
  private static final int BLOCK = 100;

  /** How many test processes can be there at once. */
  public static final int MOST = 200;

  private static final Ports OWN = claimed();

  private final ServerSocket claim;
  private final AtomicInteger given = new AtomicInteger();

  private Ports(ServerSocket claim) {
    this.claim = claim;
  }

  /** The first of a hundred is held for as long as this process lives: so the rest is its own. */
  static Ports claimed() {
    int first = (int) (ProcessHandle.current().pid() % MOST);
    for (int n = 0; n < MOST; n++) {
      var claim = held(FIRST + (first + n) % MOST * BLOCK);
      if (claim.isPresent()) {
        return new Ports(claim.get());
      }
    }
    throw new IllegalStateException(MOST + " test processes hold all ports of tests");
  }

  private static Optional<ServerSocket> held(int port) {
    try {
      return Optional.of(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
    } catch (BindException byAnother) {
      return Optional.empty();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A port at which nobody listens, by TCP or UDP; another one each time, 99 times. */
  public static int free() {
    return OWN.next();
  }

  /** What tells this process from all other test processes: 0 to {@link #MOST} - 1. */
  public static int number() {
    return OWN.block();
  }

  int next() {
    for (int n = 1; n < BLOCK; n++) {
      int port = claim.getLocalPort() + 1 + given.getAndIncrement() % (BLOCK - 1);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("somebody listens at each port of this process");
  }

  int block() {
    return (claim.getLocalPort() - FIRST) / BLOCK;
  }

  private static boolean isFree(int port) {
    try (var tcp = new ServerSocket(port);
        var udp = new DatagramSocket(port)) {
      return tcp.isBound() && udp.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
