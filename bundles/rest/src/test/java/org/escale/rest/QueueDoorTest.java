package org.escale.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.escale.adapter.AdapterId;
import org.escale.adapter.InstalledAdapter.Power;
import org.escale.booking.BookingId;
import org.escale.caller.Role;
import org.escale.caller.Standing;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.rest.call.Json;
import org.escale.service.Adapters;
import org.junit.After;
import org.junit.Test;

/** What a centre's system still has to hear, and what it says by itself, over REST. */
public final class QueueDoorTest {
  private static final String PAGE = "../../docs/integrate/centre-events.md";

  private final House house = new House();
  private final String operator =
      "Bearer " + house.tokens.know("op", Role.FEDERATION, Standing.NONE);
  private final String desk = "Bearer " + Town.desk(house.tokens);

  @After
  public void close() {
    house.close();
  }

  private HttpResponse<String> send(
      String who, String method, String path, String body, String... headers) {
    var all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Authorization", who));
    return house.stand.send(method, "/api/v1/" + path, body, all.toArray(String[]::new));
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return Json.mapper().readTree(answer.body());
  }

  @Test
  public void whatWaitsIsSeenReplayedAndDropped() throws Exception {
    var queued =
        new Adapters.Queued(
            "q-1",
            new BookingId("b-1"),
            Optional.of(Town.DESK),
            "CANCELLED",
            Town.NINE,
            Optional.empty(),
            8,
            "an answer that cannot be read, 8 times",
            Optional.empty());
    house
        .service(Adapters.class)
        .to("queue", args -> Outcome.done(List.of(queued)))
        .to("replay", args -> Outcome.done(queued))
        .to("drop", args -> Outcome.refused(RefusalCode.NOT_FOUND));
    var item = json(send(desk, "GET", "adapters/a/queue", "")).at("/items/0");
    assertEquals("ASIDE", item.path("state").asText());
    assertEquals("b-1", item.path("bookingId").asText());
    assertEquals(8, item.path("attempts").asInt());
    assertEquals(200, send(operator, "POST", "adapters/a/queue/q-1/replay", "{}").statusCode());
    assertEquals(404, send(operator, "DELETE", "adapters/a/queue/q-2", "").statusCode());
    assertEquals(403, send(desk, "POST", "adapters/a/queue/q-1/replay", "{}").statusCode());
  }

  @Test
  public void a3_whatASystemDoesNotAnswerIsSaidSinceWhen() throws Exception {
    var asked = List.of(queued(new Adapters.Asked(true, Town.NINE)), queued(null));
    var behind = List.of(queued(new Adapters.Asked(false, Town.NINE)));
    house.service(Adapters.class).to("queue", args -> Outcome.done(asked));
    var items = json(send(desk, "GET", "adapters/a/queue", "")).at("/items");
    assertEquals("ASKED", items.at("/0/state").asText());
    assertEquals(Town.NINE.toString(), items.at("/0/askedSince").asText());
    assertEquals("WAITING", items.at("/1/state").asText());
    house.service(Adapters.class).to("queue", args -> Outcome.done(behind));
    var item = json(send(desk, "GET", "adapters/a/queue", "")).at("/items/0");
    assertEquals("BEHIND", item.path("state").asText());
  }

  private static Adapters.Queued queued(Adapters.Asked asked) {
    return new Adapters.Queued(
        "q-1",
        new BookingId("b-1"),
        Optional.of(Town.DESK),
        "PENDING",
        Town.NINE,
        Optional.of(Town.NINE),
        0,
        "",
        Optional.ofNullable(asked));
  }

  @Test
  public void theSystemItselfRingsAtASecretAddressAlone() throws Exception {
    house
        .service(Adapters.class)
        .to("secret", args -> Outcome.done("s3cret"))
        .to("poll", args -> Outcome.done(new AdapterId("a")))
        .to("revoke", args -> Outcome.done(new AdapterId("a")))
        .to(
            "ring",
            args ->
                args[1].equals("s3cret")
                    ? Outcome.done(new AdapterId("a"))
                    : Outcome.refused(RefusalCode.NOT_FOUND));
    var made = send(operator, "POST", "adapters/a/poll-address", "");
    assertEquals(made.body(), 201, made.statusCode());
    var path = json(made).path("path").asText();
    assertEquals("/api/v1/adapters/a/poll/s3cret", path);
    var text = new String[] {"Content-Type", "text/plain"};
    assertEquals(202, house.stand.send("POST", path, "anything", text).statusCode());
    assertEquals(404, house.stand.send("POST", path + "x", "", text).statusCode());
    assertEquals(202, send(desk, "POST", "adapters/a/poll", "").statusCode());
    assertEquals(204, send(operator, "DELETE", "adapters/a/poll-address", "").statusCode());
  }

  @Test
  public void whereToRingAndWhereToTellAreMadeAndEndedApart() throws Exception {
    house
        .service(Adapters.class)
        .to("secret", args -> Outcome.done(args[2] == Power.TELL ? "t3ll" : "r1ng"))
        .to(
            "revoke",
            args ->
                args[2] == Power.TELL
                    ? Outcome.done(new AdapterId("a"))
                    : Outcome.refused(RefusalCode.NOT_FOUND));
    var tell = send(operator, "POST", "adapters/a/events-address", "");
    assertEquals(tell.body(), 201, tell.statusCode());
    assertEquals("{\"path\":\"/api/v1/adapters/a/events/t3ll\"}", tell.body());
    var ring = send(operator, "POST", "adapters/a/poll-address", "");
    assertEquals("{\"path\":\"/api/v1/adapters/a/poll/r1ng\"}", ring.body());
    assertEquals(403, send(desk, "POST", "adapters/a/events-address", "").statusCode());
    assertEquals(204, send(operator, "DELETE", "adapters/a/events-address", "").statusCode());
    assertEquals(404, send(operator, "DELETE", "adapters/a/poll-address", "").statusCode());
  }

  @Test
  public void whatHappenedIsToldAsThePageSays() throws Exception {
    var told = new AtomicReference<List<?>>();
    house
        .service(Adapters.class)
        .to(
            "take",
            args -> {
              told.set((List<?>) args[2]);
              return args[1].equals("s3cret")
                  ? Outcome.done(2)
                  : Outcome.refused(RefusalCode.NOT_FOUND);
            });
    var page = Files.readString(Path.of(PAGE));
    var example = page.substring(page.indexOf("{\"events\""), page.indexOf("]}") + 2);
    var path = "/api/v1/adapters/a/events/s3cret";
    var taken = house.stand.send("POST", path, example);
    assertEquals(taken.body(), 202, taken.statusCode());
    assertEquals(2, json(taken).path("fresh").asInt());
    assertEquals(2, told.get().size());
    assertEquals(404, house.stand.send("POST", path + "x", example).statusCode());
    told.set(List.of());
    var wrongs =
        Map.of("ARRIVED", "COMES", "2027-05-10T", "early ", "what\"", "of\"", ":12}", ":-2}");
    for (var wrong : wrongs.entrySet()) {
      var odd = example.replace(wrong.getKey(), wrong.getValue());
      var no = house.stand.send("POST", path, odd);
      assertEquals(wrong + no.body(), 422, no.statusCode());
    }
    var no = house.stand.send("POST", path, example.replace(":12}", ":-2}"));
    assertTrue(no.body(), no.body().contains("events.1.quantity"));
    assertEquals(422, house.stand.send("POST", path, "{\"events\":[null]}").statusCode());
    assertEquals(422, house.stand.send("POST", path, "{}").statusCode());
    assertEquals("nothing was taken", List.of(), told.get());
  }
}
