package org.escale.demo.scenario;

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

/** Where a story is played: the doors of this instance, as seen by each account of the demo. */
final class Stage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;
  private final Map<String, String> tokens;
  private final Story story;

  private Stage(URI base, Map<String, String> tokens, Story story) {
    this.base = base;
    this.tokens = tokens;
    this.story = story;
  }

  /** A door answered what the story cannot go on with. */
  static final class BrokenOff extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenOff(String why) {
      super(why);
    }
  }

  /** Before these doors, with the accounts of that file. */
  static Stage open(URI base, Path accounts, Story story) throws IOException {
    var tokens = new HashMap<String, String>();
    JSON.readTree(accounts.toFile())
        .forEach(a -> tokens.put(a.path("username").asText(), a.path("token").asText()));
    return new Stage(base, tokens, story);
  }

  Story story() {
    return story;
  }

  /** Reads as that account. */
  JsonNode get(String account, String path) {
    return answered(account, request(account, path).GET());
  }

  /** Does something as that account; every other text is a field's name and the next its value. */
  JsonNode post(String account, String path, Object... fields) {
    return answered(account, request(account, path).POST(BodyPublishers.ofString(body(fields))));
  }

  /** How the door answers that account: the status alone. */
  int status(String account, String path, Object... fields) {
    return sent(request(account, path).POST(BodyPublishers.ofString(body(fields)))).status();
  }

  private record Answer(int status, JsonNode json) {}

  private HttpRequest.Builder request(String account, String path) {
    return HttpRequest.newBuilder(base.resolve("/api/v1/" + path))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .header("Accept-Language", "en")
        .header("Authorization", "Bearer " + tokens.getOrDefault(account, ""));
  }

  private JsonNode answered(String account, HttpRequest.Builder request) {
    var answer = sent(request);
    if (answer.status() >= 300) {
      var path = request.build().uri().getPath();
      throw new BrokenOff(
          "%s got %d at %s: %s".formatted(account, answer.status(), path, answer.json()));
    }
    return answer.json();
  }

  private Answer sent(HttpRequest.Builder request) {
    try {
      var response = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new BrokenOff("the door does not answer: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokenOff("interrupted");
    }
  }

  private static String body(Object... fields) {
    var body = JSON.createObjectNode();
    for (int i = 0; i < fields.length; i += 2) {
      body.putPOJO(String.valueOf(fields[i]), fields[i + 1]);
    }
    return body.toString();
  }
}
