package org.escale.libraries.wire;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.escale.libraries.wire.WireException.Fate;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Every question ends, no answer floods us, and nobody is asked who was not meant. */
public class WireTest {
  private static final int LIMIT = 10_000;

  private final Wire wire = new Wire(LIMIT);
  private HttpServer server;

  @Before
  public void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/large", exchange -> body(exchange, LIMIT + 1));
    server.createContext("/fits", exchange -> body(exchange, LIMIT));
    server.createContext("/drips", WireTest::drip);
    server.createContext("/moved", exchange -> redirect(exchange, "/fits"));
    server.createContext("/round", exchange -> redirect(exchange, "/round"));
    server.createContext("/abroad", exchange -> redirect(exchange, "http://192.0.2.1/"));
    server.createContext(
        "/neighbour", exchange -> redirect(exchange, "http://127.0.0.1:1/" + LIMIT));
    server.start();
  }

  @After
  public void stop() {
    server.stop(0);
  }

  @Test
  public void anAnswerHasALimit() throws Exception {
    assertEquals(LIMIT, ask("/fits").body().length());
    assertFate(Fate.FLOODED, "/large");
  }

  @Test
  public void ca3_anAnswerThatDripsEndsAtTheDeadline() {
    var began = System.nanoTime();
    assertFate(Fate.NO_ANSWER, "/drips");
    assertTrue(System.nanoTime() - began < Duration.ofSeconds(2).toNanos());
  }

  @Test
  public void aRedirectionStaysAtTheSameHostAndEnds() throws Exception {
    assertEquals(200, ask("/moved").status());
    assertEquals(302, ask("/round").status());
    assertFate(Fate.FORBIDDEN, "/abroad");
    assertFate(Fate.FORBIDDEN, "/neighbour");
  }

  @Test
  public void localAddressesAreAskedOnlyIfMeant() {
    for (var host : new String[] {"127.0.0.1", "[::1]", "0.0.0.0", "169.254.169.254"}) {
      var address = URI.create("http://" + host + ":" + server.getAddress().getPort() + "/fits");
      var border = new Border(address, false);
      var refused =
          assertThrows(
              host,
              WireException.class,
              () -> wire.send(Ask.of("GET", address), border, patience()));
      assertEquals(host, Fate.FORBIDDEN, refused.fate());
    }
  }

  @Test
  public void whatNeverLeftIsToldFromWhatGotNoAnswer() {
    server.stop(0);
    assertFate(Fate.NOT_SENT, "/fits");
  }

  @Test
  public void aServerThatClosesEachLineIsAskedAgain() throws Exception {
    try (var old = new OldServer()) {
      var address = URI.create("http://127.0.0.1:" + old.port() + "/");
      var border = new Border(address, true);
      for (int i = 0; i < 300; i++) {
        var ask = Ask.of("REPORT", address).saying("text/plain", "question " + i);
        assertEquals(200, wire.send(ask, border, patience()).status());
      }
    }
  }

  @Test
  public void onlyTheWebIsAsked() {
    for (var odd : new String[] {"file:///etc/passwd", "ftp://h/", "http:///x", "http://a:b@h/"}) {
      var address = URI.create(odd);
      assertThrows(odd, IllegalArgumentException.class, () -> new Border(address, true));
    }
  }

  private Reply ask(String path) throws WireException {
    var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    return wire.send(Ask.of("GET", address), new Border(address, true), patience());
  }

  private void assertFate(Fate fate, String path) {
    assertEquals(path, fate, assertThrows(path, WireException.class, () -> ask(path)).fate());
  }

  private static Patience patience() {
    return Patience.of(Duration.ofSeconds(1));
  }

  private static void body(HttpExchange exchange, int size) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, size);
      exchange.getResponseBody().write(new byte[size]);
    }
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().add("Location", to);
      exchange.sendResponseHeaders(302, -1);
    }
  }

  /** A byte now and then, for as long as anybody listens. */
  private static void drip(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, 0);
      for (int i = 0; i < 100; i++) {
        exchange.getResponseBody().write('x');
        exchange.getResponseBody().flush();
        LockSupport.parkNanos(50_000_000);
      }
    }
  }
}
