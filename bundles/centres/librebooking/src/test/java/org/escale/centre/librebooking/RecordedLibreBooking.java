package org.escale.centre.librebooking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.escale.word.TimeSlot;

/**
 * Answers in the shapes that LibreBooking was seen to answer in, with its traps. Not the program:
 * what it would do beyond these shapes is not known here.
 */
final class RecordedLibreBooking implements AutoCloseable {
  static final String HOME = "/Web/Services/index.php/";

  private static final List<Map<String, String>> RESOURCES =
      IntStream.rangeClosed(1, 60)
          .mapToObj(n -> Map.of("resourceId", "" + n, "name", "Room " + n, "contact", "Marie"))
          .toList();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx");
  private static final List<String> MEMBERS =
      List.of(
          "accessories customAttributes description endDateTime invitees participants"
              .split(" ", -1));
  private static final List<String> MORE_MEMBERS =
      List.of(
          ("participatingGuests invitedGuests recurrenceRule resourceId resources startDateTime"
                  + " title userId startReminder endReminder allowParticipation retryParameters"
                  + " termsAccepted")
              .split(" ", -1));

  /** What stands there. */
  record Item(String room, String title, TimeSlot slot, boolean own) {}

  private final Map<String, Item> items = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final HttpServer server;
  private String token = "none";
  private boolean approval;

  RecordedLibreBooking() throws IOException {
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

  synchronized Map<String, Item> items() {
    return new LinkedHashMap<>(items);
  }

  synchronized void staff(String reference, Item item) {
    items.put(reference, item);
  }

  synchronized void remove(String reference) {
    items.remove(reference);
  }

  synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  /** Half an hour goes by. */
  synchronized void forgetSessions() {
    token = "none";
  }

  /** From now on somebody has to approve. */
  synchronized void needsApproval() {
    approval = true;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readAllBytes();
    var path = exchange.getRequestURI().toString().substring(HOME.length());
    synchronized (this) {
      asked.add(exchange.getRequestMethod() + " " + path);
      if (path.startsWith("Authentication/Authenticate")) {
        say(exchange, 200, signIn(JSON.readTree(body)));
      } else if (!token.equals(exchange.getRequestHeaders().getFirst("X-Booked-SessionToken"))
          || !"7".equals(exchange.getRequestHeaders().getFirst("X-Booked-UserId"))) {
        say(exchange, 401, Map.of("message", "You must be authenticated"));
      } else if (path.equals("Resources/")) {
        say(exchange, 200, Map.of("resources", RESOURCES));
      } else {
        reservations(exchange, path.substring("Reservations/".length()), body);
      }
    }
  }

  private Map<String, ?> signIn(JsonNode who) {
    if (!who.path("password").asText().equals("secret")) {
      return Map.of("isAuthenticated", false, "message", "Login failed");
    }
    token = UUID.randomUUID().toString();
    return Map.of("isAuthenticated", true, "sessionToken", token, "userId", 7);
  }

  private void reservations(HttpExchange exchange, String path, byte[] body) throws IOException {
    var reference = path.split("\\?", 2)[0];
    switch (exchange.getRequestMethod()) {
      case "GET" -> {
        if (reference.isEmpty()) {
          say(exchange, 200, list(path));
        } else {
          say(exchange, 200, shown(reference, ZoneId.of("America/New_York")));
        }
      }
      case "DELETE" -> {
        var gone = items.remove(reference) != null;
        say(exchange, gone ? 200 : 404, Map.of("message", "removed"));
      }
      default -> save(exchange, reference, JSON.readTree(body));
    }
  }

  private Map<String, ?> list(String path) {
    var query = new HashMap<String, String>();
    for (var part : path.substring(path.indexOf('?') + 1).split("&", -1)) {
      var pair = part.split("=", 2);
      query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }
    var within = new TimeSlot(at(query.get("startDateTime")), at(query.get("endDateTime")));
    var found =
        items.entrySet().stream()
            .filter(e -> e.getValue().room().equals(query.get("resourceId")))
            .filter(e -> e.getValue().slot().overlaps(within))
            .map(e -> shown(e.getKey(), ZoneOffset.UTC))
            .toList();
    return Map.of("reservations", found);
  }

  private Map<String, ?> shown(String reference, ZoneId zone) {
    var item = items.get(reference);
    var shown = new HashMap<String, Object>();
    shown.put("referenceNumber", reference);
    shown.put("startDate", ISO.format(item.slot().from().atZone(zone)));
    shown.put("endDate", ISO.format(item.slot().to().atZone(zone)));
    shown.put("resourceId", item.room());
    shown.put("requiresApproval", approval && item.own());
    shown.put("title", item.own() ? item.title() : null);
    shown.put("firstName", "canary-first-name");
    return shown;
  }

  private void save(HttpExchange exchange, String reference, JsonNode body) throws IOException {
    var missing =
        !MEMBERS.stream().allMatch(body::has) || !MORE_MEMBERS.stream().allMatch(body::has);
    if (missing) {
      say(exchange, 500, Map.of("message", "Slim Application Error"));
      return;
    }
    var slot =
        new TimeSlot(at(body.get("startDateTime").asText()), at(body.get("endDateTime").asText()));
    var room = body.get("resourceId").asText();
    var taken =
        items.entrySet().stream()
            .filter(e -> !e.getKey().equals(reference) && e.getValue().room().equals(room))
            .anyMatch(e -> e.getValue().slot().overlaps(slot));
    if (taken) {
      say(exchange, 400, Map.of("errors", List.of("Il y a un conflit avec la réservation")));
      return;
    }
    var name = reference.isEmpty() ? UUID.randomUUID().toString() : reference;
    items.put(name, new Item(room, body.get("title").asText(), slot, true));
    var answer = Map.of("referenceNumber", name, "isPendingApproval", approval);
    say(exchange, reference.isEmpty() ? 201 : 200, answer);
  }

  private static Instant at(String text) {
    return OffsetDateTime.parse(text, ISO).toInstant();
  }

  private static void say(HttpExchange exchange, int status, Map<String, ?> answer)
      throws IOException {
    var bytes = JSON.writeValueAsBytes(answer);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
