package org.escale.itests.feed;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.escale.itests.process.EscaleProcess;
import org.escale.itests.process.Http;
import org.escale.tck.machine.Ports;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Open data of the assembled distribution, as OpenActive's validator and a follower read them:
 * there only where it is configured.
 */
public final class OpenDataIT {
  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();
  private static final int PORT = Ports.free();
  private static final String SPACES = "/api/v1/openactive/facility-uses";
  private static final String SLOTS = "/api/v1/openactive/slots";
  private static EscaleProcess escale;

  private final TreeMap<String, JsonNode> has = new TreeMap<>();
  private String next = SLOTS;

  @BeforeClass
  public static void start() throws IOException {
    OpenActive.bring();
    begin();
    assertEquals("off unless configured", 404, escale.http().get(SLOTS).status());
    escale.stop();
    Files.writeString(
        data().resolve("config/org.escale.core.opendata.cfg"),
        "address=http://127.0.0.1:%d\nname=The demonstration\nseconds=1\n".formatted(PORT));
    begin();
  }

  private static void begin() {
    escale = EscaleProcess.start(data(), "--port", Integer.toString(PORT)).awaitReady();
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

  private static Http anna() {
    return escale.as("anna");
  }

  @Test
  public void whoFollowsSeesABookingComeAndGoAlsoOverAKill() throws IOException {
    awaitFree("cei-desk-09", 1);
    var ten =
        ZonedDateTime.now(ZoneId.of("Europe/Brussels"))
            .with(TemporalAdjusters.next(DayOfWeek.TUESDAY))
            .with(LocalTime.of(10, 0));
    var order =
        "{\"spaceId\":\"cei-desk-09\",\"from\":\"%s\",\"to\":\"%s\"}"
            .formatted(ten.toInstant(), ten.plusHours(1).toInstant());
    int before = free("cei-desk-09");
    var booking = anna().post("/api/v1/bookings", order);
    assertEquals(booking.body(), 201, booking.status());
    awaitFree("cei-desk-09", before + 1);
    escale.kill();
    begin();
    assertTrue(
        anna().delete("/api/v1/bookings/" + booking.json().path("id").asText()).status() < 300);
    Awaitility.await("the gap closes").atMost(Duration.ofSeconds(30)).until(() -> read() == before);
    for (var feed : List.of(SPACES, SLOTS)) {
      var said = OpenActive.check("http://127.0.0.1:" + PORT + feed);
      assertEquals(said.toString(), 1, said.size());
      assertTrue(said.toString(), said.get(0).matches("read \\d+ pages, [1-9]\\d+ items, .*"));
    }
    assertTrue(has.values().stream().noneMatch(item -> item.toString().contains("anna")));
  }

  private void awaitFree(String space, int least) {
    Awaitility.await(space + " is free " + least + " times")
        .atMost(Duration.ofSeconds(60))
        .until(() -> read() >= least);
  }

  private int read() {
    var page = escale.http().get(next).json();
    while (!page.path("items").isEmpty()) {
      for (var item : page.path("items")) {
        if (item.path("state").asText().equals("updated")) {
          has.put(item.path("id").asText(), item);
        } else {
          has.remove(item.path("id").asText());
        }
      }
      next = page.path("next").asText().replaceFirst("http://[^/]*", "");
      page = escale.http().get(next).json();
    }
    return free("cei-desk-09");
  }

  private int free(String space) {
    return (int)
        has.values().stream()
            .filter(item -> item.at("/data/facilityUse").asText().endsWith("/" + space))
            .count();
  }
}
