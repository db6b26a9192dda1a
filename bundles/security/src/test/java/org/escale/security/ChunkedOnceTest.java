package org.escale.security;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.DispatcherType;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** On the very version of the HTTP server that ships. */
public final class ChunkedOnceTest {
  private static final String SMUGGLED = "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final String CHUNKED =
      "POST /first HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";

  private final AtomicInteger smuggled = new AtomicInteger();
  private final Server server = new Server();
  private ServerConnector connector;

  @Before
  public void start() throws Exception {
    connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    var context = new ServletContextHandler();
    context.addServlet(new ServletHolder(new Counting(smuggled)), "/*");
    context.addFilter(
        new FilterHolder(new ChunkedOnce()), "/*", EnumSet.of(DispatcherType.REQUEST));
    server.setHandler(context);
    server.start();
  }

  @After
  public void stop() throws Exception {
    server.stop();
  }

  @Test
  public void requestHiddenInAChunkExtensionIsNeverServed() throws IOException {
    for (var attack :
        new String[] {
          "1;ext=\"val\r\nX\r\n0\r\n\r\n" + SMUGGLED,
          "1;ext=\"val\nX\n0\n\n" + SMUGGLED,
          "0\r\n\r\n" + SMUGGLED
        }) {
      talk(CHUNKED + attack);
      assertEquals(attack, 0, smuggled.get());
    }
  }

  @Test
  public void otherRequestsKeepTheirConnection() throws IOException {
    talk("POST /first HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nX" + SMUGGLED);
    assertEquals(1, smuggled.get());
  }

  private void talk(String bytes) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
      socket.setSoTimeout(5000);
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes();
    }
  }

  private static final class Counting extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final AtomicInteger smuggled;

    Counting(AtomicInteger smuggled) {
      this.smuggled = smuggled;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      request.getInputStream().readAllBytes();
      if (request.getRequestURI().equals("/smuggled")) {
        smuggled.incrementAndGet();
      }
      response.getWriter().print("done");
    }
  }
}
