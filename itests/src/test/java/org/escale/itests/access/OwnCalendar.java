package org.escale.itests.access;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.awaitility.Awaitility;
import org.escale.itests.process.Accounts.Account;

/**
 * A centre publishes a calendar of its own, and its staff writes over a visitor's booking there.
 */
record OwnCalendar(Town town, Account desk) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

  private static final String CALENDAR =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:staff
      BEGIN:VEVENT
      UID:theirs
      DTSTAMP:%1$s
      DTSTART:%1$s
      DTEND:%2$s
      END:VEVENT
      END:VCALENDAR
      """;

  private static final String ADAPTER =
      "{\"id\":\"%s\",\"centreId\":\"%s\",\"kind\":\"icalendar\",\"settings\":{\"localToo\":\"true\","
          + "\"url\":\"http://127.0.0.1:%d/\"},\"spaces\":{\"%s\":\"desk.ics\"}}";

  /** Has that visitor book there, and the staff want the same hour. */
  void collide(Account visitor) {
    var space = "canary-request-desk";
    var centre = desk.field("centreId");
    town.post(
        desk,
        "centres/" + centre + "/spaces",
        "{\"id\":\"%s\",\"name\":\"On request\",\"kind\":\"DESK\",\"seats\":1,\"truthMode\":\"REQUEST\"}"
            .formatted(space));
    var from = town.here().plusDays(1).plusHours(4);
    var booking = book(visitor, space, from);
    town.post(desk, "bookings/" + booking + "/confirm", "{}");
    var server = publishing(from);
    try {
      var adapter = "canary-system-of-" + centre;
      var port = server.getAddress().getPort();
      town.post(
          town.account("operator"), "adapters", ADAPTER.formatted(adapter, centre, port, space));
      town.until(town.here().plusMinutes(1).toInstant());
      incident(adapter);
    } finally {
      server.stop(0);
    }
  }

  private String book(Account visitor, String space, ZonedDateTime from) {
    var body =
        "{\"spaceId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}"
            .formatted(space, from.toInstant(), from.plusHours(1).toInstant());
    return town.post(visitor, "bookings", body).path("id").asText();
  }

  private void incident(String adapter) {
    var owners = Set.of("centreId=" + desk.field("centreId"), "role=federation");
    town.keep(
        Canary.of(adapter, "adapters?limit=1000", "ADAPTER_READ", owners)
            .called("adapters", adapter));
    var path = "adapters/" + adapter + "/incidents";
    Awaitility.await("an incident")
        .atMost(Duration.ofSeconds(30))
        .until(() -> !town.get(desk, path).path("items").isEmpty());
    var id = town.get(desk, path).path("items").path(0).path("id").asText();
    town.keep(
        Canary.of(id, path + "?limit=1000", "ADAPTER_READ", owners)
            .called("adapters", adapter)
            .called("incidents", id));
  }

  /** The whole hour is theirs. */
  private static HttpServer publishing(ZonedDateTime from) {
    var utc = from.withZoneSameInstant(ZoneOffset.UTC);
    var text =
        CALENDAR.formatted(STAMP.format(utc), STAMP.format(utc.plusHours(1))).replace("\n", "\r\n");
    try {
      var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var server = HttpServer.create(here, 0);
      server.createContext(
          "/",
          exchange -> {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/calendar");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
