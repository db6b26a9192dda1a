package org.escale.box;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Clock;
import java.util.Optional;

/**
 * The page of the box itself, on the box's own screen (loopback): where somebody types a code while
 * the line is away, or says that they leave. It keeps nothing and shows nothing of anybody else.
 */
final class LocalPage implements AutoCloseable {
  private static final int OK = 200;
  private static final int NO = 403;
  private static final int LONGEST = 200;
  private static final String FORM =
      "<form method='post'><label>Code <input name='code' autocomplete='off' autofocus></label>"
          + "<button name='do' value='in'>In</button><button name='do' value='out'>Out</button>"
          + "</form>";

  private final Home home;
  private final Clock clock;
  private final HttpServer server;

  /** On that port of this machine; 0 takes any that is free. */
  LocalPage(Home home, Clock clock, int port) throws IOException {
    this.home = home;
    this.clock = clock;
    var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    server = HttpServer.create(here, 0);
    server.createContext("/", this::answer);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("POST")) {
        say(exchange, OK, "");
        return;
      }
      var form = new String(exchange.getRequestBody().readNBytes(LONGEST), UTF_8);
      var code = field(form, "code").strip();
      var known = Identity.of(home).map(me -> new Offline(home, me));
      if (known.isEmpty()) {
        say(exchange, NO, "this box is not enrolled");
      } else if (field(form, "do").equals("out")) {
        boolean left = known.get().leaves(code, clock.instant());
        say(exchange, left ? OK : NO, left ? "Goodbye." : "nobody is in with this code");
      } else {
        var verdict = known.get().decide(code, clock.instant());
        var until = verdict.allowed().map(allowed -> "Welcome, until " + allowed.until() + ".");
        say(exchange, until.isPresent() ? OK : NO, until.orElse(verdict.why()));
      }
    }
  }

  private static void say(HttpExchange exchange, int status, String text) throws IOException {
    var page =
        "<!doctype html><html lang='en'><meta charset='utf-8'><title>Escale</title><p role='status'>"
            + text
            + "</p>"
            + FORM;
    var bytes = page.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static String field(String form, String name) {
    for (var part : form.split("&", -1)) {
      if (part.startsWith(name + "=")) {
        return decoded(part.substring(name.length() + 1)).orElse("");
      }
    }
    return "";
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, UTF_8));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
