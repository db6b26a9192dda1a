package org.escale.bench.storm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The REST door of the hub, which may be gone at any moment. Safe for many threads. */
final class Door {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BUSY = 429;
  private static final int BROKEN = 500;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;
  private final Map<String, String> tokens = new HashMap<>();

  /** An answer. */
  record Answer(int status, JsonNode body) {
    boolean done() {
      return status < 300;
    }

    String said() {
      return done() ? "DONE" : body.path("code").asText("" + status);
    }

    String text(String field) {
      return body.path(field).asText();
    }
  }

  Door(int port, Path data) throws IOException {
    address = URI.create("http://127.0.0.1:" + port + "/");
    var tree = JSON.readTree(data.resolve("demo-accounts.json").toFile());
    for (var account : tree.isArray() ? tree : tree.path("accounts")) {
      tokens.put(account.path("username").asText(), account.path("token").asText());
    }
  }

  /** What that account is answered; no answer, a broken one and "later" are an exception. */
  Answer ask(String account, String method, String path, String... bodyAndRevision)
      throws IOException, InterruptedException {
    var body = bodyAndRevision.length > 0 ? bodyAndRevision[0] : "";
    var request =
        HttpRequest.newBuilder(address.resolve("api/v1/" + path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + tokens.get(account))
            .method(method, BodyPublishers.ofString(body));
    if (bodyAndRevision.length > 1) {
      request.header("If-Match", "\"" + bodyAndRevision[1] + "\"");
    }
    var answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= BROKEN || answer.statusCode() == BUSY) {
      throw new IOException("answered " + answer.statusCode());
    }
    var json = JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
    var revision = answer.headers().firstValue("ETag").orElse("").replace("\"", "");
    if (json instanceof com.fasterxml.jackson.databind.node.ObjectNode object) {
      object.put("revision", revision);
    }
    return new Answer(answer.statusCode(), json);
  }

  /** The same, which must succeed. */
  JsonNode must(String account, String method, String path, String... bodyAndRevision)
      throws IOException, InterruptedException {
    var answer = ask(account, method, path, bodyAndRevision);
    if (!answer.done()) {
      throw new IllegalStateException(method + " " + path + ": " + answer);
    }
    return answer.body();
  }

  /** Whether it takes orders. */
  boolean ready() throws InterruptedException {
    try {
      var request =
          HttpRequest.newBuilder(address.resolve("health/ready")).timeout(Duration.ofSeconds(5));
      return http.send(request.build(), BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException gone) {
      return false;
    }
  }
}
