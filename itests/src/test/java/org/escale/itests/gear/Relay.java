package org.escale.itests.gear;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A line of TCP to a port of this machine that can be cut and mended. */
final class Relay implements AutoCloseable {
  private final int target;
  private final ServerSocket here;
  private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile boolean cut;

  Relay(int target) throws IOException {
    this(InetAddress.getLoopbackAddress(), target);
  }

  /** From another address of ours. */
  Relay(InetAddress address, int target) throws IOException {
    this.target = target;
    this.here = new ServerSocket(0, 0, address);
    threads.execute(this::accept);
  }

  int port() {
    return here.getLocalPort();
  }

  /** What is under way breaks off, and nothing comes through any more. */
  void cut() {
    cut = true;
    open.forEach(Relay::shut);
  }

  void mend() {
    cut = false;
  }

  @Override
  public void close() {
    cut();
    shut(here);
    threads.shutdownNow();
  }

  private void accept() {
    while (!here.isClosed()) {
      try {
        var near = here.accept();
        open.add(near);
        if (cut) {
          shut(near);
        } else {
          join(near);
        }
      } catch (IOException over) {
        // the relay is closed, or nobody is behind it: the other side sees a closed line
      }
    }
  }

  private void join(Socket near) throws IOException {
    var far = new Socket(InetAddress.getLoopbackAddress(), target);
    open.add(far);
    if (cut) {
      shut(far);
      shut(near);
    }
    threads.execute(() -> pump(near, far));
    threads.execute(() -> pump(far, near));
  }

  private void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException over) {
      // cut, or one side is done
    }
    shut(from);
    shut(to);
    open.remove(from);
    open.remove(to);
  }

  private static void shut(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
