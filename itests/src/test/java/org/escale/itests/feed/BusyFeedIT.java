package org.escale.itests.feed;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import org.awaitility.Awaitility;
import org.escale.itests.process.EscaleProcess;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * A booking of one centre closes a place of another, which subscribed to the private address by our
 * own adapter; the address outlives a kill, and dies when it is ended.
 */
public final class BusyFeedIT {
  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String DESK = "cei-desk-07";
  private static EscaleProcess escale;

  private final ZonedDateTime ten =
      ZonedDateTime.now(ZoneId.of("Europe/Brussels"))
          .with(TemporalAdjusters.next(DayOfWeek.TUESDAY))
          .with(LocalTime.of(10, 0));
  private final String slot =
      "\"from\":\"%s\",\"to\":\"%s\"".formatted(ten.toInstant(), ten.plusHours(1).toInstant());

  @BeforeClass
  public static void start() {
    escale = EscaleProcess.start(data()).awaitReady();
  }

  @AfterClass
  public static void stop() {
    if (escale != null) {
      escale.close();
    }
  }

  private static Path data() {
    return FOLDER.getRoot().toPath();
  }

  @Test
  public void whatIsBookedHereIsBusyThereUntilItIsCalledOff() throws IOException {
    var made =
        escale.as("cei-desk").post("/api/v1/spaces/" + DESK + "/feeds", "{\"name\":\"them\"}");
    assertEquals(made.body(), 201, made.status());
    var path = made.json().path("path").asText();
    var secret = path.split("/", -1)[4];
    subscribe(path);
    awaitOffered(true);
    var order = "{\"spaceId\":\"%s\",%s}".formatted(DESK, slot);
    var booking = escale.as("anna").post("/api/v1/bookings", order);
    assertEquals(booking.body(), 201, booking.status());
    var id = booking.json().path("id").asText();
    awaitOffered(false);
    var text = escale.http().get(path).body();
    assertFalse(text, text.contains(id) || text.contains("anna") || text.contains("atlas"));
    var port = Integer.toString(escale.port());
    escale.kill();
    escale = EscaleProcess.start(data(), "--port", port).awaitReady();
    assertEquals(text, escale.http().get(path).body());
    assertTrue(escale.as("anna").delete("/api/v1/bookings/" + id).status() < 300);
    awaitOffered(true);
    var feed = made.json().path("feed").path("id").asText();
    var end = "/api/v1/spaces/" + DESK + "/feeds/" + feed;
    assertEquals(404, escale.as("crealys-desk").delete(end).status());
    assertEquals(404, escale.as("mobispot-office").delete(end).status());
    assertEquals(204, escale.as("smart-work-centers-office").delete(end).status());
    assertEquals(404, escale.http().get(path).status());
    assertNoLogNames(secret);
  }

  private void subscribe(String path) {
    var space =
        "{\"id\":\"ask\",\"name\":\"Ask\",\"kind\":\"DESK\",\"seats\":1,\"truthMode\":\"REQUEST\"}";
    var there = escale.as("crealys-desk").post("/api/v1/centres/crealys/spaces", space);
    assertEquals(there.body(), 201, there.status());
    var adapter =
        """
        {"id":"meet","centreId":"crealys","kind":"icalendar","poll":"PT5S",
         "settings":{"url":"%s","localToo":"true"},"spaces":{"ask":"busy.ics"}}
        """
            .formatted("http://127.0.0.1:" + escale.port() + path.replace("busy.ics", ""));
    var installed = escale.as("operator").post("/api/v1/adapters", adapter);
    assertEquals(installed.body(), 201, installed.status());
    assertFalse(installed.body(), installed.body().contains("feeds"));
  }

  private void awaitOffered(boolean so) {
    var question =
        "/api/v1/availability?lat=50.46&lon=4.86&limit=1000&from=%s&to=%s"
            .formatted(ten.toInstant(), ten.plusHours(1).toInstant());
    Awaitility.await("the space is offered: " + so)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> escale.as("anna").get(question).body().contains("\"spaceId\":\"ask\"") == so);
  }

  private static void assertNoLogNames(String secret) throws IOException {
    try (var logs = Files.walk(data().resolve("log"))) {
      for (var log : logs.filter(Files::isRegularFile).toList()) {
        var text = Files.readString(log, StandardCharsets.ISO_8859_1);
        assertFalse(log + " names the secret", text.contains(secret));
      }
    }
  }
}
