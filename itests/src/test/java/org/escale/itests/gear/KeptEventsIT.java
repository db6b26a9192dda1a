package org.escale.itests.gear;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.awaitility.Awaitility;
import org.escale.itests.process.EscaleProcess;
import org.escale.tck.machine.Ports;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * What RADIUS gear tells by the real clock, where it is on disk before the answer and in the
 * database after it: kill -9 right behind the answer loses nothing and counts nothing twice.
 */
public class KeptEventsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Nas nas = new Nas("nas-cei", Ports.free(), Ports.free());
  private EscaleProcess escale;

  @Before
  public void start() throws IOException {
    escale = EscaleProcess.start(folder.newFolder().toPath()).awaitReady();
    itIsNoon();
    var made = escale.as("operator").post("/api/v1/gateways", nas.order("radius-cei", "cei"));
    assertEquals(made.body(), 201, made.status());
  }

  @After
  public void stop() {
    nas.close();
    escale.close();
  }

  @Test
  public void s6_whatWasAcknowledgedIsThereAfterKillMinusNineOnce() throws IOException {
    var visit = Visit.begun(() -> escale.as("anna"));
    var person = visit.person();
    var key = visit.key();
    Awaitility.await("she is let in").atMost(PATIENCE).until(() -> nas.enters(person, key));
    escale.kill();
    try (var kept = Files.list(escale.data().resolve("gateway-events"))) {
      var octets = kept.mapToLong(file -> file.toFile().length()).sum();
      assertTrue("it was on disk before the answer: " + octets, octets > person.length());
    }
    escale = EscaleProcess.start(escale.data()).awaitReady();
    open(visit);
    assertTrue("told again, as gear does", nas.alive());
    open(visit);
    visit.checkOut();
    Awaitility.await("cut").atMost(PATIENCE).until(() -> nas.cuts().size() == 1);
    Awaitility.await("proven").atMost(PATIENCE).until(() -> visit.state().equals("ENDED"));
    assertEquals("one key, one cut", 1, nas.cuts().size());
  }

  private static void open(Visit visit) {
    Awaitility.await("the database has followed")
        .atMost(PATIENCE)
        .until(() -> visit.state().equals("OPEN"));
  }

  /** The centre lies where it is noon now, and is open all day. */
  private void itIsNoon() {
    var read = escale.as("operator").get("/api/v1/centres/cei");
    var centre = (ObjectNode) read.json();
    centre.remove("online");
    var hours = centre.putObject("hours");
    int east = 12 - Instant.now().atZone(ZoneOffset.UTC).getHour();
    hours.put("zone", "Etc/GMT" + (east > 0 ? "-" + east : "+" + -east));
    var week = hours.putArray("week");
    Arrays.stream(DayOfWeek.values())
        .forEach(
            day -> week.addObject().put("day", day.name()).put("from", "01:00").put("to", "23:00"));
    var written =
        escale
            .as("operator")
            .send(
                escale
                    .as("operator")
                    .to("/api/v1/centres/cei")
                    .header("Content-Type", "application/json")
                    .header("If-Match", read.response().headers().firstValue("ETag").orElseThrow())
                    .method("PATCH", BodyPublishers.ofString(centre.toString())));
    assertEquals(written.body(), 200, written.status());
  }
}
