package org.escale.bench.booking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.concurrent.ThreadLocalRandom;
import org.escale.bench.load.ReferenceLoad;

/** The REST door of a running distribution that holds the reference load. */
final class EscaleDoor implements Contestant {
  private static final Instant FIRST = Instant.parse("2027-03-01T00:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;

  EscaleDoor(URI address) {
    this.address = address;
  }

  @Override
  public String name() {
    return "Escale on Derby";
  }

  @Override
  public void begin(int clients) {
    // they share connections, as the clients of one system do
  }

  @Override
  public boolean book(int client, int space, int hour) throws Exception {
    var from = FIRST.plus(Duration.ofMinutes(30L * hour));
    var body =
        "{\"spaceId\":\"%s\",\"memberId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}"
            .formatted(
                ReferenceLoad.desk(space),
                ReferenceLoad.member(ThreadLocalRandom.current().nextInt(10_000)),
                from,
                from.plus(Duration.ofMinutes(30)));
    var request =
        to("bookings")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    var answer = http.send(request.build(), BodyHandlers.ofString()).body();
    if (answer.contains("\"state\":\"CONFIRMED\"")) {
      return true;
    }
    if (answer.contains("\"code\":\"SPACE_TAKEN\"")) {
      return false;
    }
    throw new IllegalStateException("a wrong answer: " + answer);
  }

  /** Read back by its lists; throws if two have the same place. */
  @Override
  public long count() throws Exception {
    var places = new HashSet<String>();
    var next = "";
    do {
      var page = page(next);
      for (var booking : page.path("items")) {
        var place = booking.path("spaceId").asText() + " " + booking.path("from").asText();
        if (!places.add(place)) {
          throw new IllegalStateException("booked twice: " + place);
        }
      }
      next = page.path("next").asText("");
    } while (!next.isEmpty());
    return places.size();
  }

  private JsonNode page(String cursor) throws Exception {
    var path = "bookings?limit=500" + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
    return JSON.readTree(http.send(to(path).build(), BodyHandlers.ofString()).body());
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(address.resolve("/api/v1/" + path))
        .timeout(Duration.ofSeconds(60))
        .header("Authorization", "Bearer " + ReferenceLoad.SECRET);
  }

  @Override
  public Duration serverTime() {
    return Duration.ZERO;
  }

  @Override
  public void close() {
    // the distribution is not its own
  }
}
