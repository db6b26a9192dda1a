package org.escale.itests.distribution;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.escale.itests.process.EscaleProcess;
import org.escale.tck.machine.Ports;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * The HTTP server that ships is out of support and reads some chunked requests otherwise than a
 * proxy does (CVE-2026-2332): a request hidden in the body of another is never served.
 */
public class SmugglingIT {
  private static final String HIDDEN = "GET /api/v1/versions HTTP/1.1\r\nHost: x\r\n\r\n";

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  @Test
  public void requestHiddenInAnotherIsNeverServed() throws IOException {
    int port = Ports.free();
    var data = FOLDER.newFolder().toPath();
    try (var escale =
        EscaleProcess.start(data, "--empty", "--port", Integer.toString(port)).awaitReady()) {
      assertEquals(200, escale.http().get("/api/v1/versions").status());
      for (var path :
          List.of("/", "/nowhere", "/api/v1/login", "/api/v1/x", "/soap/v1/federation")) {
        assertEquals(path, 1, answers(port, chunked(path, "1;ext=\"val\r\nX\r\n0\r\n\r\n")));
        assertEquals(path, 1, answers(port, chunked(path, "0\r\n\r\n")));
      }
      var twoLengths =
          "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\n";
      assertEquals(1, answers(port, twoLengths + HIDDEN));
      var both =
          "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
      assertEquals(1, answers(port, both + HIDDEN));
    }
  }

  private static String chunked(String path, String body) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\n"
        + body
        + HIDDEN;
  }

  private static int answers(int port, String bytes) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      var text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return text.split("HTTP/1\\.1 [1-5][0-9][0-9]", -1).length - 1;
    }
  }
}
