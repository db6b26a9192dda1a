package org.escale.itests.doors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.escale.itests.process.Http;

/** The REST door. */
record RestDoor(Http http) implements Door {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> NUMBERS = Set.of("people", "quantity");

  @Override
  public String name() {
    return "REST";
  }

  @Override
  public Reply ask(Ask ask) {
    return switch (ask.operation()) {
      case "SearchAvailability" -> get("/availability", ask);
      case "Book" -> post("/bookings", ask);
      case "GetBooking" -> get("/bookings/" + id(ask, "id"), ask.without("id"));
      case "CancelBooking" -> delete("/bookings/" + id(ask, "id"), ask.without("id"));
      case "Authorise" -> post("/authorisations", ask);
      case "CheckIn" -> post("/visits", ask);
      case "CheckOut" ->
          post("/visits/" + id(ask, "visitId") + "/checkout", ask.without("visitId"));
      case "RecordMeterReading" -> post("/meter-readings", ask);
      case "ListUsageRecords" -> get("/usage-records", ask);
      case "GetInvoice" -> get("/invoices/" + id(ask, "id"), ask.without("id"));
      case "ListPayouts" -> get("/payouts", ask);
      default -> throw new AssertionError(ask.operation());
    };
  }

  private static String id(Ask ask, String name) {
    return encoded(ask.fields().get(name));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Reply get(String path, Ask ask) {
    return reply(http.get("/api/v1" + path + query(ask)));
  }

  private Reply delete(String path, Ask ask) {
    return reply(http.delete("/api/v1" + path + query(ask)));
  }

  private static String query(Ask ask) {
    return ask.fields().entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&", "?", ""));
  }

  private Reply post(String path, Ask ask) {
    var request =
        http.to("/api/v1" + path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body(ask.without("idempotencyKey")).toString()));
    var key = ask.fields().get("idempotencyKey");
    return reply(http.send(key == null ? request : request.header("Idempotency-Key", key)));
  }

  private static ObjectNode body(Ask ask) {
    var body = JSON.createObjectNode();
    ask.fields()
        .forEach(
            (name, value) -> {
              if (NUMBERS.contains(name) && value.matches("-?[0-9.]+")) {
                body.put(name, new BigDecimal(value));
              } else {
                body.put(name, value);
              }
            });
    return body;
  }

  private static Reply reply(Http.Answer answer) {
    var leaves = Reply.fresh();
    walk("", answer.json(), leaves);
    return answer.status() < 400
        ? Reply.done(leaves)
        : Reply.refused(answer.json().path("code").asText("no code: " + answer.body()), leaves);
  }

  private static void walk(String name, JsonNode node, Map<String, List<String>> leaves) {
    if (node.isObject()) {
      node.properties().forEach(member -> walk(member.getKey(), member.getValue(), leaves));
    } else if (node.isArray()) {
      node.forEach(item -> walk(name, item, leaves));
    } else if (!node.isNull()) {
      Reply.add(leaves, name, node.asText());
    }
  }
}
