package org.escale.box;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** A hub as a box sees it: one token for one key, signed words, each event kept once. */
final class ToyHub implements AutoCloseable {
  static final String TOKEN = "t".repeat(43);
  private static final Pattern SEEN =
      Pattern.compile(
          "\\\\\"sequence\\\\\":(\\d+),\\\\\"kind\\\\\":\\\\\"START\\\\\",\\\\\"grant\\\\\":\\\\\"([^\\\\]*)");

  final TreeMap<Long, String> events = new TreeMap<>();
  final List<String> beats = new ArrayList<>();
  final Waits waits = new Waits();
  long carried;
  private final OwnKey key;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<HttpContext> contexts = new ArrayList<>();
  private String boxKey = "";
  private final ToyAuthority authority;
  private int days = 3;
  private String configuration = "";
  private String entitlements = "";
  private boolean forged;

  ToyHub(Path folder) throws IOException {
    key = OwnKey.of(new Home(folder.resolve("hub")));
    authority = new ToyAuthority(folder.resolve("hub"), key);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve("enrol", this::enrol);
    serve("box-1/config", e -> tell(e, configuration));
    serve("box-1/entitlements", e -> tell(e, entitlements));
    serve("box-1/entitlements/after/", this::changed);
    serve("box-1/beat", e -> hear(e, beats));
    serve("box-1/events", this::seen);
    serve("box-1/line", this::carry);
    serve("box-1/certificate", e -> certify(e));
    server.setExecutor(threads);
    server.start();
  }

  private void serve(String path, HttpHandler handler) {
    contexts.add(server.createContext("/api/v1/gateways/" + path, handler));
  }

  /** From now on it answers that slowly. */
  Slowness slow(Slowness how) {
    contexts.forEach(context -> context.getFilters().add(how));
    return how;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  synchronized void configure(String text) {
    configuration = text;
  }

  synchronized void entitle(String text) {
    entitlements = text;
    waits.list(text);
  }

  /** From now on nothing is signed that a box reads. */
  synchronized void forge() {
    forged = true;
  }

  /** By what it is known, PEM. */
  synchronized String chain() throws IOException {
    return authority.chain();
  }

  /** SHA-256 of its public key. */
  String print() throws IOException {
    return Delivery.digest(key.publicKey());
  }

  /** From now on its certificates count for so many days. */
  synchronized void issues(int many) {
    days = many;
  }

  private synchronized String issued() throws IOException {
    return authority.certificate(boxKey, days);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private synchronized void enrol(HttpExchange exchange) throws IOException {
    var body = body(exchange);
    var came = Json.field(body, "publicKey").orElse("");
    if (!Json.field(body, "token").orElse("").equals(TOKEN)
        || !(boxKey.isEmpty() || boxKey.equals(came))) {
      answer(exchange, 404, "");
      return;
    }
    boxKey = came;
    var pem = issued();
    answer(
        exchange,
        201,
        "{\"gatewayId\":\"box-1\",\"centreId\":\"x\",\"hubKey\":%s,\"certificate\":%s,\"authority\":%s}"
            .formatted(
                Json.text(key.publicKey()),
                Json.text(pem).replace("\\u000a", "\\n"),
                Json.text(pem).replace("\\u000a", "\\n")));
  }

  private synchronized void tell(HttpExchange exchange, String text) throws IOException {
    if (!signed(exchange)) {
      answer(exchange, 404, "");
    } else if (("\"" + Delivery.digest(text) + "\"")
        .equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      exchange.sendResponseHeaders(304, -1);
      exchange.close();
    } else {
      exchange.getResponseHeaders().set("Box-Signature", forged ? "x" : key.sign(text));
      answer(exchange, 200, text);
    }
  }

  private void changed(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var known = path.substring(path.lastIndexOf('/') + 1);
    answer(exchange, signed(exchange) ? waits.answer(known) : 404, "");
  }

  private synchronized boolean signed(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    var signed =
        "GET "
            + exchange.getRequestURI().getPath().replace("/api/v1", "")
            + "\n"
            + headers.getFirst("Box-Time")
            + "\n";
    return OwnKey.holds(boxKey, signed, String.valueOf(headers.getFirst("Box-Signature")));
  }

  private synchronized void hear(HttpExchange exchange, List<String> heard) throws IOException {
    heard.add(body(exchange));
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  private synchronized void certify(HttpExchange exchange) throws IOException {
    var open = Json.field(body(exchange), "body").orElse("");
    var pem = open.isEmpty() ? issued() : authority.devices(open);
    exchange.getResponseHeaders().set("Box-Signature", key.sign(pem));
    answer(exchange, 200, pem);
  }

  /** Noise, as much as is asked for; or thanks for some. */
  private synchronized void carry(HttpExchange exchange) throws IOException {
    var said = body(exchange);
    if (exchange.getRequestURI().getPath().endsWith("/down")) {
      int bytes = Integer.parseInt(Json.field(said, "body").orElseThrow());
      carried += bytes;
      answer(exchange, 200, "n".repeat(bytes));
    } else {
      carried += said.length();
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    }
  }

  private synchronized void seen(HttpExchange exchange) throws IOException {
    var found = SEEN.matcher(body(exchange));
    long last = 0;
    while (found.find()) {
      last = Long.parseLong(found.group(1));
      events.merge(last, found.group(2), (a, b) -> a.equals(b) ? a : a + " and " + b);
    }
    answer(exchange, 200, "{\"sequence\":" + last + "}");
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    var bytes = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }
}
