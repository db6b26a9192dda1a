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
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Where a story is played: the doors of this instance, as seen by each account of the demo. */
final class Stage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final String DEVICES = "x/simulated-gateway/devices";
  private static final int ACCEPTED = 202;
  private static final Set<String> GOING_ON = Set.of("WAITING", "RUNNING");

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;
  private final Map<String, String> tokens;
  private final Story story;
  private final Optional<URI> gear;

  private Stage(URI base, Map<String, String> tokens, Story story, Optional<URI> gear) {
    this.base = base;
    this.tokens = tokens;
    this.story = story;
    this.gear = gear;
  }

  /** A door answered what the story cannot go on with. */
  static final class BrokenOff extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenOff(String why) {
      super(why);
    }
  }

  /**
   * Before these doors, with the accounts of that file.
   *
   * @param gear who plays devices near real gateways; where there is nobody, the simulated ones do
   */
  static Stage open(URI base, Path accounts, Story story, Optional<URI> gear) throws IOException {
    var tokens = new HashMap<String, String>();
    JSON.readTree(accounts.toFile())
        .forEach(a -> tokens.put(a.path("username").asText(), a.path("token").asText()));
    return new Stage(base, tokens, story, gear);
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

  /** Moves a device near a gateway; whether it is on the network then. */
  boolean device(String account, Object... fields) {
    var moved =
        gear.map(there -> answered(account, playing(there, fields)))
            .orElseGet(() -> post(account, DEVICES, fields));
    return moved.path("online").asBoolean();
  }

  /** Whether real gear told the hub just now that somebody is there. */
  boolean alive() {
    return gear.isPresent() && device("nobody", "move", "alive");
  }

  private static HttpRequest.Builder playing(URI there, Object... fields) {
    return HttpRequest.newBuilder(there)
        .timeout(PATIENCE)
        .POST(BodyPublishers.ofString(body(fields)));
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
    return answer.status() == ACCEPTED ? followed(account, answer.json()) : answer.json();
  }

  /** Long work is followed to its end: what came of it is the answer. */
  private JsonNode followed(String account, JsonNode begun) {
    var until = Instant.now().plus(PATIENCE);
    var job = begun;
    while (GOING_ON.contains(job.path("state").asText())) {
      if (Instant.now().isAfter(until)) {
        throw new BrokenOff("%s waits too long for %s".formatted(account, job));
      }
      LockSupport.parkNanos(LOOK.toNanos());
      job = get(account, "jobs/" + job.path("id").asText());
    }
    if (!job.path("state").asText().equals("DONE")) {
      throw new BrokenOff("%s: %s".formatted(account, job));
    }
    return job.path("result");
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
