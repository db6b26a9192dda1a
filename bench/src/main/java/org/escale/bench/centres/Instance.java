package org.escale.bench.centres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The REST door of a running demonstration, as its accounts. Safe for many threads. */
final class Instance {
  /** Answers that are no errors here: bookings collide. */
  private static final int CONFLICT = 409;

  private static final String OPERATOR = "operator";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;
  private final Map<String, String> tokens = new HashMap<>();

  /** At that port, with all of its data there. */
  Instance(int port, Path data) throws IOException {
    this.address = URI.create("http://127.0.0.1:" + port + "/api/v1/");
    var tree = JSON.readTree(data.resolve("demo-accounts.json").toFile());
    for (var account : tree.isArray() ? tree : tree.path("accounts")) {
      tokens.put(account.path("username").asText(), account.path("token").asText());
    }
  }

  /** What that account is answered; an error throws. */
  JsonNode get(String account, String path) throws IOException, InterruptedException {
    return send(to(account, path).GET());
  }

  /** What that account is told, as long as it listens. */
  InputStream stream(String account, String path) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Accept", "text/event-stream")
            .header("Authorization", "Bearer " + tokens.get(account));
    return http.send(request.build(), BodyHandlers.ofInputStream()).body();
  }

  /** The same, for a new thing. */
  JsonNode post(String account, String path, String json) throws IOException, InterruptedException {
    return send(to(account, path).POST(BodyPublishers.ofString(json)));
  }

  /** Lets somebody else decide on a desk; what its system must prove may take a while. */
  void decides(String desk, String mode) throws IOException, InterruptedException {
    await("decided by " + mode, () -> tried(desk, mode));
  }

  private boolean tried(String desk, String mode) throws IOException, InterruptedException {
    var body = BodyPublishers.ofString("{\"truthMode\":\"%s\"}".formatted(mode));
    var request = to(OPERATOR, "spaces/" + desk).header("If-Match", "\"1\"").method("PATCH", body);
    return http.send(request.build(), BodyHandlers.discarding()).statusCode() == 200;
  }

  /** Has a system read, and waits until it was. */
  void read(String system) throws IOException, InterruptedException {
    post(OPERATOR, "adapters/" + system + "/poll", "{}");
    await("read", () -> asOf(system).isPresent());
  }

  /** When a system was read last, whose desk has its name. */
  Optional<Instant> asOf(String system) throws IOException, InterruptedException {
    var asOf = get(OPERATOR, "adapters/" + system).path("asOf").path(system).asText();
    return asOf.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(asOf));
  }

  /** Takes something away. */
  void delete(String account, String path) throws IOException, InterruptedException {
    send(to(account, path).DELETE());
  }

  /** A new centre of that name, where nobody but its own people may come in. */
  void centre(String name) throws IOException, InterruptedException {
    var centre =
        """
        {"id":"%s","siteId":"cei","name":"%s","kind":"classic","profile":{},
         "hours":{"zone":"Europe/Brussels","week":[{"day":"MONDAY","from":"08:00","to":"18:00"}]}}
        """;
    post(OPERATOR, "centres", centre.formatted(name, name));
  }

  /** A desk of that name in a centre. */
  void space(String centre, String desk) throws IOException, InterruptedException {
    var space = "{\"id\":\"%s\",\"name\":\"%s\",\"kind\":\"DESK\",\"seats\":1}";
    post(OPERATOR, "centres/" + centre + "/spaces", space.formatted(desk, desk));
  }

  /** A centre's system, where its desk stands already. */
  void connect(String row) throws IOException, InterruptedException {
    post(OPERATOR, "adapters", row);
  }

  /** Waits until something is so, at most two minutes. */
  static void await(String what, Condition condition) throws IOException, InterruptedException {
    var end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("never " + what);
      }
      LockSupport.parkNanos(50_000_000);
    }
  }

  /** Something to wait for. */
  @FunctionalInterface
  interface Condition {
    boolean holds() throws IOException, InterruptedException;
  }

  private HttpRequest.Builder to(String account, String path) {
    return HttpRequest.newBuilder(address.resolve(path))
        .timeout(Duration.ofSeconds(60))
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + tokens.get(account));
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300 && answer.statusCode() != CONFLICT) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
