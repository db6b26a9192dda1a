package org.escale.itests.gear;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.awaitility.Awaitility;
import org.escale.itests.process.EscaleProcess;
import org.escale.tck.machine.BareHostapd;
import org.escale.tck.machine.Ports;
import org.escale.tck.machine.Radclient;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * The hub as it is delivered, asked over RADIUS over TLS by a box's own radsecproxy and FreeRADIUS:
 * with the keys that enrolment issued, the files that the hub signed, and the agent between them;
 * with a line, and while it is cut.
 */
public class BoxRadiusIT {
  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration CUT = Duration.ofSeconds(5);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private EscaleProcess escale;
  private Relay line;
  private Relay radsec;
  private BoxProcess box;
  private BoxPrograms programs;
  private Path home;
  private LocalDate day;

  @Before
  public void start() throws IOException {
    escale = EscaleProcess.start(folder.newFolder().toPath(), "--sandbox").awaitReady();
    int port = Ports.free();
    line = new Relay(escale.port());
    radsec = new Relay(port);
    var tickets = new Tickets(escale.as("operator"), line.port());
    tickets.hubListens(folder.newFolder().toPath(), port);
    home = Files.createDirectories(folder.newFolder().toPath().resolve("box"));
    var ticket = tickets.expect("box-cei", "cei", 2, radsec.port());
    Files.writeString(home.resolve("enrolment"), ticket.path("file").asText());
    programs = new BoxPrograms(home);
    box =
        new BoxProcess(
            home, programs.port(1816), programs.port(1817), programs.port(1814), Ports.free());
    assertEquals("GREEN", box.round(now()));
    programs.start();
    day = now().atZone(BRUSSELS).toLocalDate().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    escale.clock("{\"now\":\"%s\"}".formatted(at("09:00")));
    assertEquals("GREEN", box.round(now()));
  }

  @After
  public void stop() {
    programs.close();
    box.close();
    line.close();
    radsec.close();
    escale.close();
  }

  @Test
  public void s1_d8_whoIsCheckedInGetsInByTheHubAndByTheBoxAloneWhileTheLineIsCut()
      throws IOException {
    comesAndGoes();
    var bram = code("bram");
    assertEquals("GREEN", box.round(now()));
    assertTrue("the hub decides: no code of a cut line", programs.asks("x", bram).rejected());
    line.cut();
    radsec.cut();
    var later = now().plus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.SECONDS);
    assertTrue(box.round(later).startsWith("AWAY"));
    var in = programs.asks("x", bram);
    assertTrue(in.text(), in.accepted());
    assertEquals("300", in.value("Session-Timeout").orElse(""));
    assertTrue(programs.tells("Start", "bram", in.value("Class").orElseThrow(), now()));
    assertTrue(programs.asks("someone-else", bram).rejected());
    assertTrue(programs.tells("Stop", "bram", in.value("Class").orElseThrow(), now()));
    Awaitility.await("the agent has heard the end").atMost(PATIENCE).until(() -> refused(bram));
    escale.clock("{\"now\":\"%s\"}".formatted(at("10:00")));
    line.mend();
    radsec.mend();
    assertEquals("GREEN", box.round(now()));
    Awaitility.await("kept once").atMost(PATIENCE).until(() -> visits("bram").size() == 1);
    assertEquals("CLOSED", visits("bram").path(0).path("state").asText());
    assertEquals(later, Instant.parse(visits("bram").path(0).path("startedAt").asText()));
    assertTrue("the hub decides again", letIn());
  }

  @Test
  public void s1_whoChecksOutIsOffTheAirWithinFiveSecondsAndAnIdleBoxIsQuiet() throws IOException {
    var visit = Visit.begun(() -> escale.as("anna"));
    var person = visit.person();
    var key = visit.key();
    box.lives(now());
    Awaitility.await("in by the hub")
        .atMost(PATIENCE)
        .until(() -> programs.asks(person, key).accepted());
    try (var radio = radio()) {
      Awaitility.await("listed").atMost(PATIENCE).until(() -> list().contains("\ngrant "));
      visit.checkOut();
      Awaitility.await("cut off by the box").atMost(CUT).until(() -> radio.asked() > 0);
      assertFalse(radio.text(), list().contains("\ngrant "));
    }
    int beats = answers("method=\"POST\",status=\"204\"");
    int all = answers("");
    Awaitility.await("three rounds, so 60 s at least")
        .atMost(PATIENCE.multipliedBy(2))
        .until(() -> answers("method=\"POST\",status=\"204\"") >= beats + 3);
    int asked = answers("") - all;
    assertTrue("in three rounds and what is between: " + asked, asked <= 3 * 3 + 5);
  }

  /** hostapd by what the box took into use. */
  private BareHostapd radio() throws IOException {
    var current = home.resolve("config-" + Files.readString(home.resolve("current")).strip());
    return new BareHostapd(folder.newFolder().toPath(), current.resolve("hostapd/wlan0.conf"));
  }

  private String list() throws IOException {
    return Files.readString(home.resolve("entitlements"));
  }

  /** How many answers the REST door gave with such labels. */
  private int answers(String labels) {
    return escale
        .as("operator")
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("escale_rest_answers_total{") && line.contains(labels))
        .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** By the hub: in, seen, out; nothing cuts through radsecproxy, so the lease has to end. */
  private void comesAndGoes() throws IOException {
    var visit = Visit.begun(() -> escale.as("anna"));
    var person = visit.person();
    var key = visit.key();
    Awaitility.await("radsecproxy and hub have found each other")
        .atMost(PATIENCE)
        .until(() -> programs.asks(person, key).accepted());
    assertTrue("a wrong key", programs.asks(person, key + "x").rejected());
    var in = programs.asks(person, key);
    var segment = visit.session().path("segment").asText();
    assertEquals(segment, in.value("Tunnel-Private-Group-Id").orElse("none"));
    assertEquals("asked again so soon", "300", in.value("Session-Timeout").orElse(""));
    assertEquals("RADIUS-Request", in.value("Termination-Action").orElse(""));
    assertFalse("an Accept is no presence", visit.state().equals("OPEN"));
    assertTrue(programs.tells("Start", person, in.value("Class").orElseThrow(), now()));
    Awaitility.await("accounting is").atMost(PATIENCE).until(() -> visit.state().equals("OPEN"));
    visit.checkOut();
    assertTrue("at once", programs.asks(person, key).rejected());
    assertTrue(programs.tells("Stop", person, in.value("Class").orElseThrow(), now()));
    Awaitility.await("proven").atMost(PATIENCE).until(() -> visit.state().equals("ENDED"));
  }

  private boolean refused(String code) throws IOException {
    return programs.asks("x", code).rejected();
  }

  /** Somebody checks in as usual, and the hub's answer comes through. */
  private boolean letIn() throws IOException {
    var visit = Visit.begun(() -> escale.as("chloe"));
    var key = visit.key();
    Awaitility.await("radsecproxy is back")
        .atMost(PATIENCE)
        .until(() -> hubs(programs.asks(visit.person(), key)));
    return true;
  }

  /** It has the hub's Class, not the box's own. */
  private static boolean hubs(Radclient.Said said) {
    return said.accepted() && said.value("Class").orElse("").startsWith("0x65312e");
  }

  private JsonNode visits(String who) {
    return escale.as(who).get("/api/v1/visits?centreId=cei").json().path("items");
  }

  private String code(String who) {
    var member = escale.accounts().named(who).field("memberId");
    var told = escale.as(who).get("/api/v1/members/" + member + "/code?centre=cei");
    assertEquals(told.body(), 200, told.status());
    return told.json().path("code").asText();
  }

  private Instant now() {
    return escale.clock("{\"advance\":\"PT0S\"}");
  }

  private Instant at(String time) {
    return day.atTime(LocalTime.parse(time)).atZone(BRUSSELS).toInstant();
  }
}
