package org.escale.itests.people;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.escale.itests.process.Http;

/**
 * Very many people, brought one by one as identity systems do it: looked for by name, then made or
 * said anew; eight at a time.
 */
record Crowd(Http http, int size, ConcurrentHashMap<Integer, Integer> answers) {
  private static final String USERS = "/scim/v2/Users";
  private static final int AT_ONCE = 8;
  private static final int TOO_MANY = 429;

  /** So many. */
  static Crowd of(Http http, int size) {
    return new Crowd(http, size, new ConcurrentHashMap<>());
  }

  /** Brings them all; how long it took, and how often each status was answered. */
  Duration bring() throws InterruptedException {
    answers.clear();
    long began = System.nanoTime();
    var hands = Executors.newFixedThreadPool(AT_ONCE);
    IntStream.range(0, size).forEach(i -> hands.execute(() -> one(i)));
    hands.shutdown();
    if (!hands.awaitTermination(10, TimeUnit.MINUTES)) {
      throw new AssertionError("they did not come within ten minutes");
    }
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private void one(int i) {
    var name = "person-%05d@crowd.example".formatted(i);
    var filter = URLEncoder.encode("userName eq \"" + name + "\"", StandardCharsets.UTF_8);
    var found = patiently(() -> http.get(USERS + "?filter=" + filter));
    var there = found.json().path("Resources").path(0);
    var body =
        "{\"userName\":\"%s\",\"externalId\":\"e-%05d\",\"displayName\":\"Person %05d\"}"
            .formatted(name, i, i);
    var path = there.isMissingNode() ? USERS : USERS + "/" + there.path("id").asText();
    var order =
        http.to(path)
            .header("Content-Type", "application/scim+json")
            .method(there.isMissingNode() ? "POST" : "PUT", BodyPublishers.ofString(body));
    var sent = patiently(() -> http.send(order));
    answers.merge(sent.status(), 1, Integer::sum);
  }

  /** Whoever asks too much waits as long as it is told, as identity systems do. */
  private static Http.Answer patiently(Supplier<Http.Answer> ask) {
    var said = ask.get();
    while (said.status() == TOO_MANY) {
      var wait = said.response().headers().firstValueAsLong("Retry-After").orElse(1);
      LockSupport.parkNanos(Duration.ofSeconds(wait).toNanos());
      said = ask.get();
    }
    return said;
  }
}
