package org.escale.centre.easyappointments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Answers in the shapes that Easy!Appointments was seen to answer in, with its traps. Not the
 * program: what it would do beyond these shapes is not known here.
 */
final class RecordedEasyAppointments implements AutoCloseable {
  static final String HOME = "/index.php/api/v1/";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ENTRY =
      "Basic "
          + Base64.getEncoder()
              .encodeToString("federation:secret".getBytes(StandardCharsets.UTF_8));

  /** What stands there; times as Easy!Appointments writes them. */
  record Item(String kind, int room, String notes, String start, String end) {}

  private final Map<Integer, Item> items = new TreeMap<>();
  private final List<Integer> answered = new ArrayList<>();
  private final HttpServer server;
  private int last;

  RecordedEasyAppointments() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(
        Executors.newCachedThreadPool(
            work -> {
              var thread = new Thread(work, "tck-line recorded");
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext(HOME, this::answer);
    server.start();
  }

  InetSocketAddress address() {
    return server.getAddress();
  }

  synchronized Map<Integer, Item> items() {
    return new TreeMap<>(items);
  }

  synchronized int put(int number, Item item) {
    var id = number == 0 ? ++last : number;
    items.put(id, item);
    return id;
  }

  synchronized void remove(int number) {
    items.remove(number);
  }

  /** Statuses given to changes, in order. */
  synchronized List<Integer> answered() {
    return List.copyOf(answered);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readAllBytes();
    var path = exchange.getRequestURI().toString().substring(HOME.length());
    synchronized (this) {
      if (!ENTRY.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        say(exchange, 401, Map.of("message", "Unauthorized"));
      } else if (exchange.getRequestMethod().equals("GET")) {
        say(exchange, 200, list(path));
      } else {
        change(exchange, path.substring(path.indexOf('/') + 1), body);
      }
    }
  }

  private List<?> list(String path) {
    var kind = path.split("\\?", 2)[0];
    if (kind.equals("providers")) {
      return IntStream.rangeClosed(1, 60)
          .mapToObj(n -> Map.of("id", n, "firstName", "Room", "lastName", "" + n, "phone", "+32"))
          .toList();
    }
    return items.entrySet().stream()
        .filter(entry -> entry.getValue().kind().equals(kind))
        .map(entry -> shown(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Map<String, ?> shown(int id, Item item) {
    var shown = new HashMap<String, Object>();
    shown.put("id", id);
    shown.put("start", item.start());
    shown.put("end", item.end());
    shown.put("notes", item.notes());
    shown.put("hash", "h" + id);
    if (!item.kind().equals("blocked_periods")) {
      shown.put("providerId", item.room());
    }
    return shown;
  }

  /** Whatever overlaps is taken. */
  private void change(HttpExchange exchange, String number, byte[] body) throws IOException {
    if (exchange.getRequestMethod().equals("DELETE")) {
      var gone = items.remove(Integer.valueOf(number)) != null;
      answered.add(gone ? 204 : 404);
      exchange.sendResponseHeaders(gone ? 204 : 404, -1);
      exchange.close();
      return;
    }
    var made = exchange.getRequestMethod().equals("POST");
    var asked = JSON.readTree(body);
    if (asked.path("customerId").asInt() != 9 || asked.path("serviceId").asInt() != 3) {
      say(exchange, 500, Map.of("message", "Not all required fields are provided"));
      return;
    }
    var id = put(made ? 0 : Integer.parseInt(number), item(asked));
    answered.add(made ? 201 : 200);
    say(exchange, made ? 201 : 200, shown(id, items.get(id)));
  }

  private static Item item(JsonNode asked) {
    return new Item(
        "appointments",
        asked.path("providerId").asInt(),
        asked.path("notes").asText(),
        asked.path("start").asText(),
        asked.path("end").asText());
  }

  private static void say(HttpExchange exchange, int status, Object answer) throws IOException {
    var bytes = JSON.writeValueAsBytes(answer);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
