package org.escale.itests.gear;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.escale.itests.process.EscaleProcess;
import org.escale.tck.machine.Ports;
import org.escale.tck.machine.Radclient;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Real RADIUS gear at three centres of the whole process: a story, and a hub that is killed. */
public class RadiusDayIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration HALF_A_DAY = Duration.ofHours(12);
  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final int access = Ports.free();
  private final int accounting = Ports.free();
  private final Map<String, Nas> gear = new LinkedHashMap<>();
  private EscaleProcess escale;

  @Before
  public void start() throws IOException {
    escale = EscaleProcess.start(folder.newFolder().toPath(), "--sandbox").awaitReady();
    for (var centre : new String[] {"cei", "cowo-mons", "cowo-namur"}) {
      var nas = new Nas("nas-" + centre, access, accounting);
      gear.put("gw-" + centre, nas);
      var made =
          escale.as("operator").post("/api/v1/gateways", nas.order("radius-" + centre, centre));
      assertEquals(made.body(), 201, made.status());
    }
    Awaitility.await("the hub has seen that all gear is there")
        .atMost(PATIENCE)
        .until(() -> gear.keySet().stream().allMatch(this::up));
  }

  private boolean up(String story) {
    var name = story.replace("gw-", "radius-");
    return StreamSupport.stream(
            escale.as("operator").get("/api/v1/plugins").json().path("items").spliterator(), false)
        .anyMatch(p -> p.path("name").asText().equals(name) && p.path("failures").asInt() == 0);
  }

  @After
  public void stop() {
    gear.values().forEach(Nas::close);
    escale.close();
  }

  @Test
  public void d1AndS4_aDayByRadiusAndWhoIsForgottenWhileTheHubIsDead() throws IOException {
    story();
    clock("10:00");
    checksOut();
    clock("11:00");
    isForgotten();
  }

  private void story() throws IOException {
    try (var door = new GearDoor(gear)) {
      var order = "{\"devices\":\"%s\"}".formatted(door.address());
      var played = escale.as("operator").post("/api/v1/sandbox/scenarios/a-day", order).json();
      assertTrue(played.toPrettyString(), played.path("right").asBoolean());
    }
  }

  /** Accounting alone makes presence; check-out refuses, then cuts (S1). */
  private void checksOut() {
    var nas = gear.get("gw-cei");
    var visit = comesIn(nas);
    var key = visit.key();
    int before = nas.cuts().size();
    visit.checkOut();
    assertTrue("her key is dead", nas.asks(visit.person(), key).rejected());
    Awaitility.await("cut soon after check-out (S1: 5 s, on a machine that does nothing else)")
        .atMost(PATIENCE)
        .until(() -> nas.cuts().size() == before + 1);
    Awaitility.await("proven").atMost(PATIENCE).until(() -> visit.state().equals("ENDED"));
  }

  private Visit comesIn(Nas nas) {
    var visit = Visit.begun(() -> escale.as("anna"));
    var person = visit.person();
    var key = visit.key();
    assertTrue("a key of somebody else", nas.asks(person, key + "x").rejected());
    var said = nas.asks(person, key);
    assertTrue(said.text(), said.accepted());
    var segment = visit.session().path("segment").asText();
    assertEquals("her company's channel (S2)", segment, channel(said));
    assertFalse("an Accept is no presence", visit.state().equals("OPEN"));
    assertTrue("her device is told of", nas.enters(person, key));
    assertEquals("accounting is", "OPEN", visit.state());
    return visit;
  }

  /** kill -9 before the limit, and a start after it: cut within 60 s (S4). */
  private void isForgotten() throws IOException {
    var nas = gear.get("gw-cei");
    var visit = comesIn(nas);
    var until = Instant.parse(visit.session().path("until").asText());
    int before = nas.cuts().size();
    escale.kill();
    var clock = escale.data().resolve("sandbox-clock");
    var ahead = Duration.parse(Files.readString(clock).strip());
    Files.writeString(clock, ahead.plus(HALF_A_DAY).toString());
    escale = EscaleProcess.start(escale.data(), "--sandbox").awaitReady();
    assertTrue("it is after the limit", Instant.now().plus(ahead).plus(HALF_A_DAY).isAfter(until));
    Awaitility.await("cut within 60 s (S4)")
        .atMost(Duration.ofSeconds(60))
        .until(() -> nas.cuts().size() == before + 1);
    Awaitility.await("proven").atMost(PATIENCE).until(() -> visit.state().equals("ENDED"));
    var closed = visit.told();
    assertEquals(closed.toPrettyString(), "CLOSED", closed.path("state").asText());
  }

  private static String channel(Radclient.Said said) {
    return said.value("Tunnel-Private-Group-Id").orElse("none");
  }

  /** The clock goes to that hour of the next Wednesday, or of that day. */
  private void clock(String time) {
    var now = escale.clock("{\"advance\":\"PT0S\"}").atZone(BRUSSELS).toLocalDate();
    var day = now.with(TemporalAdjusters.nextOrSame(DayOfWeek.WEDNESDAY));
    var then = day.atTime(LocalTime.parse(time)).atZone(BRUSSELS).toInstant();
    escale.clock("{\"now\":\"%s\"}".formatted(then));
  }
}
