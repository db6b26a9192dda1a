package org.escale.bench.centres;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Stands before a server, passes every request on, and remembers them. */
final class Recorder implements AutoCloseable {
  private static final Set<String> OF_THE_LINE =
      Set.of("host", "content-length", "connection", "upgrade", "http2-settings");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI behind;
  private final HttpServer server;
  private final List<Request> seen = new ArrayList<>();

  private volatile CountDownLatch answers = new CountDownLatch(0);

  /** A request, without what belongs to its line, and when it came and was answered. */
  record Request(
      String method,
      String path,
      TreeMap<String, String> headers,
      String body,
      long came,
      long answered) {
    Request at(long now) {
      return new Request(method, path, headers, body, came, now);
    }
  }

  Recorder(URI behind) throws IOException {
    this.behind = behind;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::pass);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** What was asked since the last time. */
  synchronized List<Request> taken() {
    var all = List.copyOf(seen);
    seen.clear();
    return all;
  }

  /** From now on no request is answered, or those that wait and all others are. */
  void hang(boolean now) {
    answers.countDown();
    answers = new CountDownLatch(now ? 1 : 0);
  }

  private synchronized void note(Request request) {
    seen.add(request);
  }

  private void pass(HttpExchange exchange) throws IOException {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OF_THE_LINE.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                headers.put(name, values.get(0));
              }
            });
    var came = System.nanoTime();
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var request =
        new Request(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            headers,
            body,
            came,
            0);
    try {
      answers.await();
      var sent = HttpRequest.newBuilder(behind.resolve(request.path()));
      headers.forEach(sent::header);
      sent.method(request.method(), BodyPublishers.ofString(body));
      var answer = client.send(sent.build(), BodyHandlers.ofByteArray());
      for (var name : List.of("ETag", "Content-Type", "DAV")) {
        answer
            .headers()
            .firstValue(name)
            .ifPresent(value -> exchange.getResponseHeaders().set(name, value));
      }
      var length = answer.body().length == 0 ? -1 : answer.body().length;
      note(request.at(System.nanoTime()));
      exchange.sendResponseHeaders(answer.statusCode(), length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  @Override
  public void close() {
    hang(false);
    server.stop(0);
  }
}
