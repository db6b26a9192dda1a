package org.escale.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escale.booking.Booking;
import org.escale.booking.Move;
import org.escale.refusal.Outcome;
import org.escale.rest.call.Json;
import org.escale.service.BookingOffice;
import org.escale.word.TimeSlot;
import org.junit.After;
import org.junit.Test;

/** Bookings on which a centre's own system still has to decide, over REST. */
public final class WaitingBookingTest {
  private final House house = new House();

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
  public void aBookingThatWaitsForItsCentreIsAccepted() throws Exception {
    house
        .service(BookingOffice.class)
        .to(
            "book",
            args ->
                Outcome.done(
                    house.ground.put(
                        Town.booking("b-9", ((BookingOffice.Wanted) args[1]).slot())
                            .in(Booking.State.PENDING))));
    var body =
        """
        {"spaceId":"mill-desk-1","from":"2027-01-04T09:00:00Z","to":"2027-01-04T10:00:00Z"}
        """;
    var answer = send("Bearer " + Town.anne(house.tokens), "POST", "bookings", body);
    assertEquals(answer.body(), 202, answer.statusCode());
    assertEquals("PENDING", json(answer).path("state").asText());
    assertTrue(answer.headers().firstValue("Location").orElse("").endsWith("/bookings/b-9"));
  }

  @Test
  public void anotherTimeThatIsAskedForIsAcceptedAndTheBookingStands() throws Exception {
    var slot = new TimeSlot(Town.NINE, Town.NINE.plusSeconds(3600));
    var standing = Town.booking("b-9", slot).in(Booking.State.CONFIRMED);
    house.ground.put(standing);
    house
        .service(BookingOffice.class)
        .to(
            "move",
            args ->
                Outcome.done(
                    house.ground.put(
                        standing.asking(
                            Optional.of(
                                new Move(
                                    1,
                                    (TimeSlot) args[2],
                                    standing.agreement(),
                                    Town.NINE,
                                    Optional.empty()))))));
    var anne = "Bearer " + Town.anne(house.tokens);
    var tag = send(anne, "GET", "bookings/b-9", "").headers().firstValue("ETag").orElse("");
    var body = "{\"to\":\"2027-01-04T10:00:00Z\"}";
    var answer = send(anne, "PATCH", "bookings/b-9", body, "If-Match", tag);
    assertEquals(answer.body(), 202, answer.statusCode());
    assertEquals("ASKED", json(answer).at("/move/state").asText());
    assertEquals("2027-01-04T10:00:00Z", json(answer).at("/move/to").asText());
    assertEquals("2027-01-04T09:00:00Z", json(answer).path("to").asText());
  }
}
