package org.escale.tck.centre;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A small booking system over HTTP: GET lists a space, PUT with If-None-Match or If-Match writes,
 * DELETE with If-Match removes. Its rows are {@code name|number|from|to|tentative|summary}, the
 * summary {@code gone} with empty times once it is removed.
 */
final class ToySystem implements AutoCloseable {
  private final Map<String, Map<String, String>> spaces = new ConcurrentHashMap<>();
  private final boolean refusesOverlaps;
  private final HttpServer server;
  private final ExecutorService pool = Executors.newFixedThreadPool(8);
  private long number;

  ToySystem(boolean refusesOverlaps) throws IOException {
    this.refusesOverlaps = refusesOverlaps;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(pool);
    server.createContext("/", this::serve);
    server.start();
  }

  InetSocketAddress address() {
    return server.getAddress();
  }

  synchronized String rows(String space) {
    return String.join("\n", space(space).values());
  }

  /** Writes; the condition is {@code *} for new, a number for exactly that one, empty for any. */
  synchronized int write(String space, String name, String condition, String row) {
    var old = space(space).get(name);
    var there = old != null && !old.endsWith("|gone");
    if (condition.equals("*") ? there : !condition.isEmpty() && !revision(old).equals(condition)) {
      return 412;
    }
    if (refusesOverlaps && overlaps(space, name, row)) {
      return 409;
    }
    space(space).put(name, name + "|" + ++number + "|" + row);
    return 201;
  }

  synchronized int remove(String space, String name, String condition) {
    var old = space(space).get(name);
    if (old == null || old.endsWith("|gone")) {
      return 404;
    }
    if (!condition.isEmpty() && !revision(old).equals(condition)) {
      return 412;
    }
    space(space).put(name, name + "|" + ++number + "|||false|gone");
    return 204;
  }

  private Map<String, String> space(String space) {
    return spaces.computeIfAbsent(space, name -> new TreeMap<>());
  }

  private static String revision(String row) {
    return row == null ? "" : row.split("\\|", -1)[1];
  }

  private boolean overlaps(String space, String name, String row) {
    var wanted = row.split("\\|", -1);
    return space(space).values().stream()
        .map(other -> other.split("\\|", -1))
        .filter(other -> !other[0].equals(name) && !other[2].isEmpty())
        .anyMatch(other -> other[2].compareTo(wanted[1]) < 0 && wanted[0].compareTo(other[3]) < 0);
  }

  private void serve(HttpExchange call) throws IOException {
    try (call) {
      var path = call.getRequestURI().getPath().substring(1).split("/", 2);
      var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var condition = call.getRequestHeaders().getFirst("Condition");
      var given = condition == null ? "" : condition;
      switch (call.getRequestMethod()) {
        case "PUT" -> answer(call, write(path[0], path[1], given, body), "");
        case "DELETE" -> answer(call, remove(path[0], path[1], given), "");
        default -> answer(call, 200, rows(path[0]));
      }
    }
  }

  private static void answer(HttpExchange call, int status, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      call.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    pool.shutdownNow();
  }
}
