package org.escale.centre.caldav;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what is put, and may say something else: the shapes of servers that do not run here. */
final class OddServer implements AutoCloseable {
  private final Map<String, String> kept = new ConcurrentHashMap<>();
  private final HttpServer server;
  private volatile boolean keeps = true;
  private volatile int says = 201;

  OddServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  InetSocketAddress address() {
    return server.getAddress();
  }

  /** What it does with writes and deletions from now on, and what it says of it. */
  void writes(boolean really, int status) {
    keeps = really;
    says = status;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      switch (exchange.getRequestMethod()) {
        case "PUT" -> {
          var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          if (keeps) {
            kept.put(path, text);
          }
          exchange.sendResponseHeaders(says, -1);
        }
        case "DELETE" -> {
          if (keeps) {
            kept.remove(path);
          }
          exchange.sendResponseHeaders(says, -1);
        }
        case "GET" -> get(exchange, kept.get(path));
        default -> say(exchange, 207, "<multistatus xmlns='DAV:'/>");
      }
    }
  }

  private static void get(HttpExchange exchange, String text) throws IOException {
    if (text == null) {
      exchange.sendResponseHeaders(404, -1);
    } else {
      exchange.getResponseHeaders().add("ETag", "\"" + text.hashCode() + "\"");
      say(exchange, 200, text);
    }
  }

  private static void say(HttpExchange exchange, int status, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
