package org.escale.tck.centre;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a system that can be cut at the worst moments. */
public final class CutLine implements AutoCloseable {

  /** What the line does. */
  public enum State {
    /** It carries all. */
    WHOLE,
    /** What is asked arrives; the answer does not. */
    NO_ANSWER,
    /** Nothing arrives, and nothing is said about it. */
    SILENT,
    /** It is cut at once. */
    CUT
  }

  private static final int PORTION = 8192;

  private final ServerSocket ear;
  private final InetSocketAddress system;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile State state = State.WHOLE;

  /** A line to that system. */
  public CutLine(InetSocketAddress system) throws IOException {
    this.system = system;
    ear = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  /** Where it begins. */
  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), ear.getLocalPort());
  }

  /** From now on; what is open is cut. */
  public void becomes(State next) {
    state = next;
    open.forEach(CutLine::shut);
  }

  @Override
  public void close() throws IOException {
    ear.close();
    open.forEach(CutLine::shut);
  }

  private void accept() {
    while (!ear.isClosed()) {
      try {
        serve(ear.accept());
      } catch (IOException closed) {
        // the loop looks whether the line ended
      }
    }
  }

  private void serve(Socket caller) throws IOException {
    open.add(caller);
    if (state == State.SILENT) {
      return;
    }
    if (state == State.CUT) {
      shut(caller);
      return;
    }
    var callee = new Socket(system.getAddress(), system.getPort());
    open.add(callee);
    daemon(() -> carry(caller, callee, false));
    daemon(() -> carry(callee, caller, true));
  }

  private void carry(Socket from, Socket to, boolean answer) {
    var portion = new byte[PORTION];
    try (from;
        to;
        InputStream in = from.getInputStream()) {
      for (int n = in.read(portion); n >= 0; n = in.read(portion)) {
        if (answer && state == State.NO_ANSWER) {
          return; // the system has done it, and the caller never hears
        }
        to.getOutputStream().write(portion, 0, n);
      }
    } catch (IOException cut) {
      // either side ended, and both are closed
    } finally {
      open.remove(from);
    }
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // it was closed already
    }
  }

  private static void daemon(Runnable work) {
    var thread = new Thread(work, "tck-line");
    thread.setDaemon(true);
    thread.start();
  }
}
