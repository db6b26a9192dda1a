package org.escale.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.escale.booking.Booking;
import org.escale.caller.Caller;
import org.escale.caller.RequestKey;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.refusal.UnavailableException;
import org.escale.rest.call.Json;
import org.escale.service.Affiliations;
import org.escale.service.BookingOffice;
import org.escale.service.Events;
import org.escale.service.Search;
import org.escale.word.Kept;
import org.escale.word.TimeSlot;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Lists page by page, revisions, repeated commands, outages. */
public final class AnswersTest {
  private static final String BOOK =
      "{\"spaceId\":\"mill-desk-1\",\"from\":\"2027-01-04T08:00:00Z\",\"to\":\"2027-01-04T09:00:00Z\"}";
  private final House house = new House();
  private String anne;

  @Before
  public void signIn() {
    anne = "Bearer " + Town.anne(house.tokens);
  }

  @After
  public void close() {
    house.close();
  }

  private HttpResponse<String> get(String path) {
    return house.stand.send("GET", path, "", "Authorization", anne);
  }

  private static void refused(int status, String code, HttpResponse<String> answer) {
    assertEquals(answer.body(), status, answer.statusCode());
    assertTrue(answer.body(), answer.body().contains("\"code\":\"" + code + "\""));
  }

  private Kept<Booking> booking(int n) {
    var from = Town.NINE.plus(Duration.ofDays(n));
    return house.ground.put(
        Town.booking("b-" + n, new TimeSlot(from, from.plus(Duration.ofHours(1)))));
  }

  @Test
  public void listsAreReadPageByPageWithoutGapOrDouble() throws Exception {
    for (int i = 0; i < 25; i++) {
      booking(i);
    }
    var seen = new HashSet<String>();
    var path = "/api/v1/bookings?limit=10&state=CONFIRMED";
    for (int pages = 0; !path.isEmpty(); pages++) {
      assertTrue("three pages", pages < 3);
      var answer = get(path);
      var list = Json.mapper().readTree(answer.body());
      list.get("items").forEach(item -> assertTrue(seen.add(item.get("id").asText())));
      var link = answer.headers().firstValue("Link").orElse("");
      assertEquals(list.has("next"), !link.isEmpty());
      path = link.replaceAll("<(.*)>; rel=\"next\"", "$1");
    }
    assertEquals(25, seen.size());
  }

  @Test
  public void onlyWhatWasWrittenSinceIsPulled() throws Exception {
    booking(1);
    long seq = booking(2).seq();
    booking(3);
    house.service(Events.class).to("before", args -> args[0].equals(Town.NINE) ? seq : 0L);
    for (var since : new String[] {"updatedSince=2027-01-04T09:00:00%2B01:00", "cursor=" + seq}) {
      var list = Json.mapper().readTree(get("/api/v1/bookings?" + since).body());
      assertEquals(since, 1, list.get("items").size());
      assertEquals("b-3", list.at("/items/0/id").asText());
    }
    refused(422, "INVALID_FIELD", get("/api/v1/bookings?updatedSince=" + seq));
  }

  @Test
  public void changesNeedTheRevisionThatWasRead() {
    var kept = booking(1);
    house
        .service(BookingOffice.class)
        .to(
            "move",
            args ->
                (long) args[3] == kept.revision()
                    ? Outcome.done(house.ground.put(kept.word().at((TimeSlot) args[2])))
                    : Outcome.refused(RefusalCode.CHANGED_MEANWHILE));
    var move = "{\"to\":\"2027-01-05T10:00:00Z\"}";
    var path = "/api/v1/bookings/b-1";
    var tag = get(path).headers().firstValue("ETag").orElse("");
    refused(428, "IF_MATCH_REQUIRED", house.stand.send("PATCH", path, move, "Authorization", anne));
    refused(
        412,
        "CHANGED_MEANWHILE",
        house.stand.send("PATCH", path, move, "Authorization", anne, "If-Match", "\"9\""));
    refused(
        412,
        "CHANGED_MEANWHILE",
        house.stand.send("PATCH", path, move, "Authorization", anne, "If-Match", "*"));
    var moved = house.stand.send("PATCH", path, move, "Authorization", anne, "If-Match", tag);
    assertEquals(moved.body(), 200, moved.statusCode());
    assertEquals("\"2\"", moved.headers().firstValue("ETag").orElse(""));
    assertTrue(moved.body().contains("\"from\":\"2027-01-05T08:00:00Z\""));
  }

  @Test
  public void b3_bodiesThatMeanTheSameHaveTheSameKey() {
    var keys = new java.util.ArrayList<Optional<RequestKey>>();
    house
        .service(BookingOffice.class)
        .to(
            "book",
            args -> {
              keys.add(((Caller) args[0]).key());
              return Outcome.refused(RefusalCode.SPACE_TAKEN);
            });
    var other = BOOK.replace("mill-desk-1", "mill-desk-2");
    var shuffled =
        "{ \"to\":\"2027-01-04T09:00:00Z\", \"from\":\"2027-01-04T08:00:00Z\",\n"
            + "\"spaceId\":\"mill-desk-1\"}";
    for (var body : new String[] {BOOK, shuffled, other}) {
      var answer =
          house.stand.send(
              "POST", "/api/v1/bookings", body, "Authorization", anne, "Idempotency-Key", "k1");
      refused(409, "SPACE_TAKEN", answer);
    }
    var first = keys.get(0).orElseThrow();
    assertEquals("k1", first.key());
    assertEquals(64, first.digest().length());
    assertEquals(keys.get(0), keys.get(1));
    assertFalse(keys.get(0).equals(keys.get(2)));
    var without = house.stand.send("POST", "/api/v1/bookings", BOOK, "Authorization", anne);
    refused(409, "SPACE_TAKEN", without);
    assertTrue(keys.get(3).isEmpty());
    var tooLong =
        house.stand.send(
            "POST",
            "/api/v1/bookings",
            BOOK,
            "Authorization",
            anne,
            "Idempotency-Key",
            "k".repeat(129));
    refused(422, "INVALID_FIELD", tooLong);
  }

  @Test
  public void e6_anOutageIsToldWithWhenToTryAgain() {
    house
        .service(BookingOffice.class)
        .to(
            "book",
            args -> {
              throw new UnavailableException("disk full", new IllegalStateException("secret"));
            });
    var answer = house.stand.send("POST", "/api/v1/bookings", BOOK, "Authorization", anne);
    refused(503, "TEMPORARILY_UNAVAILABLE", answer);
    assertTrue(answer.headers().firstValue("Retry-After").isPresent());
    assertFalse(answer.body().contains("secret"));
  }

  @Test
  public void a3_whenACentresSystemIsReadIsToldInWordsAndInTheHeader() {
    var unread = Map.of("centreSystem", "not read yet", "retryAfter", "30");
    var refusal = new Refusal(RefusalCode.TEMPORARILY_UNAVAILABLE, unread);
    house.service(BookingOffice.class).to("book", args -> Outcome.refused(refusal));
    var answer = house.stand.send("POST", "/api/v1/bookings", BOOK, "Authorization", anne);
    refused(503, "TEMPORARILY_UNAVAILABLE", answer);
    assertEquals("30", answer.headers().firstValue("Retry-After").orElse(""));
    assertTrue(answer.body(), answer.body().contains("in 30 seconds"));
  }

  @Test
  public void aBugShowsNothingOfItself() {
    house
        .service(Search.class)
        .to(
            "find",
            args -> {
              throw new IllegalStateException("at org.escale.somewhere");
            });
    var answer =
        get("/api/v1/availability?lat=50&lon=4&from=2027-01-04T08:00:00Z&to=2027-01-04T09:00:00Z");
    assertEquals(500, answer.statusCode());
    assertFalse(answer.body().contains("somewhere"));
    assertTrue(answer.body().contains("traceId"));
  }

  @Test
  public void refusalsKeepTheirDetails() {
    house
        .service(BookingOffice.class)
        .to(
            "book",
            args -> Outcome.refused(Refusal.of(RefusalCode.LABEL_NOT_ALLOWED, "leastStars", "3")));
    var answer = house.stand.send("POST", "/api/v1/bookings", BOOK, "Authorization", anne);
    refused(409, "LABEL_NOT_ALLOWED", answer);
    assertTrue(answer.body(), answer.body().contains("\"leastStars\":\"3\""));
  }

  @Test
  public void pathsOfOneFamilyInSeveralClassesAreAllFound() {
    house.service(Affiliations.class).to("step", args -> Outcome.refused(RefusalCode.WRONG_STATE));
    var network =
        "Bearer "
            + house.tokens.know(
                "net", org.escale.caller.Role.NETWORK, org.escale.caller.Standing.NONE);
    for (var step : new String[] {"integrate", "activate", "suspend", "end"}) {
      var path = "/api/v1/affiliations/a1/" + step;
      refused(409, "WRONG_STATE", house.stand.send("POST", path, "", "Authorization", network));
    }
    var other = house.stand.send("POST", "/api/v1/affiliations/a1/x", "", "Authorization", network);
    refused(404, "NOT_FOUND", other);
    var list =
        house.stand.send("GET", "/api/v1/centres/mill/affiliations", "", "Authorization", network);
    assertEquals(list.body(), 200, list.statusCode());
    assertEquals(200, get("/api/v1/centres/mill/spaces").statusCode());
    assertEquals(200, get("/api/v1/networks/acme/terms").statusCode());
  }
}
