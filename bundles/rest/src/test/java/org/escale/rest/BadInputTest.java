package org.escale.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.escale.rest.call.Json;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Bad input is a problem document with a code, and nothing changed. */
public final class BadInputTest {
  private static final String GOOD =
      "{\"spaceId\":\"mill-desk-1\",\"from\":\"2027-01-04T08:00:00Z\",\"to\":\"2027-01-04T09:00:00Z\"";
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

  private void refused(int status, String code, String body) {
    refused(status, code, "", body);
  }

  private void refused(int status, String code, String field, String body) {
    int before = house.ground.count();
    var answer =
        house.stand.send(
            "POST",
            "/api/v1/bookings",
            body,
            "Authorization",
            anne,
            "Content-Type",
            "application/json");
    var problem = problem(status, code, answer);
    assertEquals(field, problem.path("details").path("field").asText());
    assertEquals("nothing changed", before, house.ground.count());
  }

  private static JsonNode problem(int status, String code, HttpResponse<String> answer) {
    assertEquals(answer.body(), status, answer.statusCode());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
    var problem = json(answer);
    assertEquals(code, problem.path("code").asText());
    assertEquals("urn:escale:refusal:" + code, problem.path("type").asText());
    assertEquals(status, problem.path("status").asInt());
    assertFalse(problem.path("title").asText().isEmpty());
    assertFalse(problem.path("detail").asText().isEmpty());
    assertEquals(36, problem.path("traceId").asText().length());
    assertFalse("no stack trace", answer.body().contains("org.escale.rest"));
    return problem;
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return Json.mapper().readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(answer.body(), e);
    }
  }

  private static String with(String more) {
    return GOOD + more + "}";
  }

  @Test
  public void goodInputBooks() {
    var answer = house.stand.send("POST", "/api/v1/bookings", with(""), "Authorization", anne);
    assertEquals(answer.body(), 201, answer.statusCode());
    var booking = json(answer);
    assertEquals("CONFIRMED", booking.path("state").asText());
    assertEquals("2027-01-04T08:00:00Z", booking.path("from").asText());
    assertEquals("3.50", booking.at("/terms/prices/0/each/amount").asText());
    assertEquals("\"1\"", answer.headers().firstValue("ETag").orElse(""));
    assertEquals(
        "/api/v1/bookings/b-1",
        java.net.URI.create(answer.headers().firstValue("Location").orElse("")).getPath());
  }

  @Test
  public void unknownMembersAreIgnored() {
    var answer =
        house.stand.send(
            "POST", "/api/v1/bookings", with(",\"colour\":{\"a\":[1]}"), "Authorization", anne);
    assertEquals(201, answer.statusCode());
  }

  @Test
  public void brokenJsonIsMalformed() {
    refused(400, "MALFORMED_REQUEST", "{\"spaceId\":");
    refused(400, "MALFORMED_REQUEST", "{spaceId:1}");
    refused(400, "MALFORMED_REQUEST", with("") + "{}");
    refused(400, "MALFORMED_REQUEST", "null");
    refused(400, "MALFORMED_REQUEST", "");
    refused(400, "MALFORMED_REQUEST", "[]");
  }

  @Test
  public void doubledKeysAreMalformed() {
    refused(400, "MALFORMED_REQUEST", with(",\"spaceId\":\"other\""));
    refused(400, "MALFORMED_REQUEST", with(",\"x\":{\"a\":1,\"a\":2}"));
  }

  @Test
  public void twoMegabytesAreTooLarge() {
    refused(413, "TOO_LARGE", with(",\"x\":\"" + "y".repeat(2_000_000) + "\""));
  }

  @Test
  public void deepNestingIsTooLarge() {
    refused(413, "TOO_LARGE", with(",\"x\":" + "[".repeat(60) + "]".repeat(60)));
    refused(413, "TOO_LARGE", with(",\"x\":" + "[".repeat(100_000)));
  }

  @Test
  public void wrongTypesAreNamed() {
    refused(422, "INVALID_FIELD", "people", with(",\"people\":\"two\""));
    refused(422, "INVALID_FIELD", "people", with(",\"people\":1.5"));
    refused(422, "INVALID_FIELD", "people", with(",\"people\":99999999999"));
    refused(422, "INVALID_FIELD", "memberId", with(",\"memberId\":{\"a\":1}"));
    refused(422, "INVALID_FIELD", "memberId", with(",\"memberId\":17"));
    refused(422, "INVALID_FIELD", "lines", with(",\"lines\":\"beamer\""));
    refused(422, "INVALID_FIELD", "holdFor", with(",\"holdFor\":\"soon\""));
    refused(422, "INVALID_FIELD", "holdFor", with(",\"holdFor\":\"PT16M\""));
    refused(422, "INVALID_FIELD", "holdFor", with(",\"holdFor\":\"PT-1M\""));
    refused(422, "INVALID_FIELD", "people", with(",\"people\":-1"));
    refused(422, "INVALID_FIELD", "id", with(",\"id\":\"../../etc\""));
  }

  @Test
  public void missingFieldsAreNamed() {
    refused(422, "INVALID_FIELD", "spaceId", "{}");
    refused(422, "INVALID_FIELD", "from", "{\"spaceId\":\"mill-desk-1\"}");
    refused(422, "INVALID_FIELD", "spaceId", "{\"spaceId\":null}");
  }

  private static String at(String from, String to) {
    return "{\"spaceId\":\"mill-desk-1\"," + from + "," + to + "}";
  }

  @Test
  public void timesWithoutSenseAreRefused() {
    var nine = "\"from\":\"2027-01-04T09:00:00Z\"";
    refused(422, "INVALID_SLOT", at(nine, "\"to\":\"2027-01-04T08:00:00Z\""));
    refused(422, "INVALID_SLOT", at(nine, "\"to\":\"2027-01-04T09:00:00Z\""));
    refused(422, "INVALID_FIELD", "to", at(nine, "\"to\":\"2027-02-30T09:00:00Z\""));
    refused(422, "INVALID_FIELD", "to", at(nine, "\"to\":\"2027-01-04T10:00:00\""));
    refused(422, "INVALID_FIELD", "to", at(nine, "\"to\":1798963200"));
    refused(422, "INVALID_FIELD", "to", at(nine, "\"to\":\"+1000000000-01-01T00:00:00Z\""));
  }

  @Test
  public void e4_aWallTimeThatDoesNotExistIsRefusedWithBothNeighbours() {
    var body = at("\"fromLocal\":\"2027-03-28T02:30:00\"", "\"toLocal\":\"2027-03-28T04:00:00\"");
    var answer = house.stand.send("POST", "/api/v1/bookings", body, "Authorization", anne);
    var details = problem(422, "WALL_TIME_MISSING", answer).path("details");
    assertEquals("2027-03-28T01:59:59", details.path("before").asText());
    assertEquals("2027-03-28T03:00", details.path("after").asText());
  }

  @Test
  public void e4_aWallTimeThatExistsTwiceIsAskedFor() {
    var body = at("\"fromLocal\":\"2027-10-31T02:30:00\"", "\"toLocal\":\"2027-10-31T04:00:00\"");
    var answer = house.stand.send("POST", "/api/v1/bookings", body, "Authorization", anne);
    var details = problem(422, "WALL_TIME_TWICE", answer).path("details");
    assertEquals("2027-10-31T00:30:00Z", details.path("first").asText());
    assertEquals("2027-10-31T01:30:00Z", details.path("second").asText());
  }

  @Test
  public void e4_otherWallTimesAreOfTheCentresZone() {
    var body = at("\"fromLocal\":\"2027-03-28T01:30:00\"", "\"toLocal\":\"2027-03-28T04:00:00\"");
    var booking = json(house.stand.send("POST", "/api/v1/bookings", body, "Authorization", anne));
    assertEquals("2027-03-28T00:30:00Z", booking.path("from").asText());
    assertEquals("2027-03-28T02:00:00Z", booking.path("to").asText());
  }

  @Test
  public void unknownIdsAndForeignIdsLookTheSame() {
    var made =
        house.stand.send("POST", "/api/v1/bookings", with(""), "Authorization", anne).statusCode();
    assertEquals(201, made);
    var other =
        house.tokens.know("eve", org.escale.caller.Role.MEMBER, org.escale.caller.Standing.NONE);
    for (var id : new String[] {"b-1", "nothing", "..%2F..%2Fetc", "a%00b"}) {
      var answer =
          house.stand.send("GET", "/api/v1/bookings/" + id, "", "Authorization", "Bearer " + other);
      assertTrue(answer.body(), answer.statusCode() == 404 || answer.statusCode() == 400);
      assertFalse(answer.body().contains("p-anne"));
    }
    var unknown =
        house.stand.send("GET", "/api/v1/bookings/x", "", "Authorization", "Bearer " + other);
    problem(404, "NOT_FOUND", unknown);
  }

  @Test
  public void unknownPathsMethodsAndTypesAreProblems() {
    problem(404, "NOT_FOUND", house.stand.send("GET", "/api/v1/nowhere", ""));
    problem(405, "MALFORMED_REQUEST", house.stand.send("PUT", "/api/v1/networks", "{}"));
    problem(
        415,
        "MALFORMED_REQUEST",
        house.stand.send(
            "POST", "/api/v1/bookings", "<a/>", "Content-Type", "text/xml", "Authorization", anne));
    problem(
        406,
        "MALFORMED_REQUEST",
        house.stand.send("GET", "/api/v1/networks", "", "Accept", "image/png"));
  }

  @Test
  public void queriesAreChecked() {
    var base = "/api/v1/bookings?";
    for (var query :
        new String[] {"limit=0", "limit=1001", "limit=x", "cursor=-1", "state=FOO", "from=now"}) {
      problem(
          422, "INVALID_FIELD", house.stand.send("GET", base + query, "", "Authorization", anne));
    }
  }

  @Test
  public void languagesAreSpoken() {
    var fr = house.stand.send("GET", "/api/v1/bookings", "", "Accept-Language", "fr-BE,nl;q=0.5");
    assertEquals("fr", fr.headers().firstValue("Content-Language").orElse(""));
    var nl = house.stand.send("GET", "/api/v1/bookings", "", "Accept-Language", "nl");
    assertFalse(json(fr).path("detail").asText().equals(json(nl).path("detail").asText()));
    problem(401, "NOT_SIGNED_IN", nl);
  }
}
