package org.escale.libraries.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/**
 * Speaks HTTP/1.0 as Python's reference server does: one answer, and it hangs up a little later.
 */
final class OldServer implements AutoCloseable {
  private static final byte[] ANSWER =
      "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket ear = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

  OldServer() throws IOException {
    var thread = new Thread(this::serve);
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return ear.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    ear.close();
  }

  private void serve() {
    while (!ear.isClosed()) {
      try (var caller = ear.accept()) {
        answer(caller);
      } catch (IOException hungUp) {
        // the next one may come
      }
    }
  }

  private static void answer(Socket caller) throws IOException {
    var question = new byte[4096];
    var read = new StringBuilder();
    while (read.indexOf("question") < 0) {
      int n = caller.getInputStream().read(question);
      if (n < 0) {
        return;
      }
      read.append(new String(question, 0, n, StandardCharsets.US_ASCII));
    }
    caller.getOutputStream().write(ANSWER);
    caller.getOutputStream().flush();
    LockSupport.parkNanos(200_000);
  }
}
