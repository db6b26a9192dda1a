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
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.escale.itests.process.EscaleProcess;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * The line of a centre is cut for eight hours (D8): the hub as it is delivered, the agent of the
 * box as a process, a relay between them, and a clock that is moved.
 */
public class LineCutIT {
  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Map<String, String> codes = new HashMap<>();
  private EscaleProcess escale;
  private Relay line;
  private Tickets tickets;
  private BoxProcess box;
  private Path home;
  private LocalDate day;

  @Before
  public void start() throws IOException {
    escale = EscaleProcess.start(folder.newFolder().toPath(), "--sandbox").awaitReady();
    line = new Relay(escale.port());
    day =
        escale
            .clock("{\"advance\":\"PT0S\"}")
            .atZone(BRUSSELS)
            .toLocalDate()
            .with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    go("08:00");
    tickets = new Tickets(escale.as("operator"), line.port());
    home = Files.createDirectories(folder.newFolder().toPath().resolve("box"));
    Files.writeString(
        home.resolve("enrolment"), tickets.expect("box-cei", "cei", 2).path("file").asText());
    box = new BoxProcess(home);
  }

  @After
  public void stop() {
    box.close();
    line.close();
    escale.close();
  }

  @Test
  public void d8_eightHoursWithoutALineAndNothingIsLostOrDoubled() throws Exception {
    assertEquals("GREEN", box.round(at("08:00")));
    tickets.silentBox("box-mons", "cowo-mons");
    var booking = book("anna", "09:00", "12:00");
    for (var who : List.of("anna", "bram", "chloe", "pauline", "quentin")) {
      codes.put(who, code(who));
    }
    go("08:10");
    assertEquals("GREEN", box.round(at("08:10")));
    line.cut();
    theDayWithoutALine();
    assertTrue("L8: held for a centre that is cut off", heldAt("16:15") > 0);
    assertEquals("nobody is missed", "CONFIRMED", state(booking));
    assertEquals(List.of(), records());
    assertFalse("not offered meanwhile", offered());
    line.mend();
    box.diesAt("told", at("16:15"));
    box = new BoxProcess(home);
    assertEquals("GREEN", box.round(at("16:15")));
    assertEquals("GREEN", box.round(at("16:15")));
    counted(booking);
    assertEquals("L8: free again", 0, heldAt("16:16"));
    billed();
  }

  private void theDayWithoutALine() {
    assertTrue(box.round(at("08:12")).startsWith("AWAY"));
    refused("check in as usual", "bram", "08:12");
    refused("it is too early", "anna", "08:30");
    comes("anna", "09:05");
    refused("this code was used", "anna", "09:06");
    comes("bram", "09:30");
    comes("pauline", "10:00");
    refused("what may be spent without a line is spent", "quentin", "10:05");
    refused("no desk is free", "chloe", "10:10");
    codes.put("nobody", "abcde-fghjk-mnpqr-stuvw");
    refused("this code is none for this centre now", "nobody", "10:15");
    leaves("anna", "11:05");
    leaves("pauline", "12:00");
    leaves("bram", "12:30");
    comes("chloe", "13:00");
    leaves("chloe", "14:00");
    refused("the clock of this box was set back", "quentin", "08:20");
  }

  private void counted(String booking) {
    assertEquals("FULFILLED", state(booking));
    Awaitility.await("a record for each, none lost and none doubled")
        .atMost(PATIENCE)
        .until(() -> records().size() == 4);
    assertEquals("one visit each", 4, get("cei-desk", "visits?centreId=cei").path("items").size());
    var anna = get("anna", "visits?centreId=cei").path("items").path(0);
    assertEquals(at("09:05"), Instant.parse(anna.path("startedAt").asText()));
    assertEquals(at("11:05"), Instant.parse(anna.path("endedAt").asText()));
    assertEquals(anna.toPrettyString(), booking, anna.path("bookingId").asText());
    assertTrue(offered());
  }

  /** Two hours, three and one at 4.50 for Atlas; two hours from the credit of Bleu Nomade. */
  private void billed() {
    var first = YearMonth.from(day).plusMonths(1).atDay(1);
    move(first.atTime(6, 0).atZone(BRUSSELS).toInstant());
    var period = YearMonth.from(day).toString();
    var run = "{\"period\":\"%s\",\"dryRun\":false}".formatted(period);
    var done = escale.as("operator").post("/api/v1/billing-runs", run);
    assertTrue(done.body(), done.status() < 300);
    assertEquals("27.00", total("atlas-hr", period));
    assertEquals("9.00", total("bleu-nomade-hr", period));
    assertEquals(4, records().size());
  }

  private int heldAt(String time) {
    go(time);
    return get("bleu-nomade-hr", "companies/bleu-nomade/credit").at("/items/0/held/amount").asInt();
  }

  private String total(String who, String period) {
    Awaitility.await("the run is a job that ends")
        .atMost(PATIENCE)
        .until(() -> invoices(who, period).size() > 0);
    assertEquals(1, invoices(who, period).size());
    return invoices(who, period).path(0).path("total").path("amount").asText();
  }

  private JsonNode invoices(String who, String period) {
    return get(who, "invoices?period=" + period).path("items");
  }

  private void comes(String who, String time) {
    var said = box.types("in", codes.get(who), at(time));
    assertEquals(who + ": " + said.body(), 200, said.statusCode());
  }

  private void leaves(String who, String time) {
    assertEquals(who, 200, box.types("out", codes.get(who), at(time)).statusCode());
  }

  private void refused(String why, String who, String time) {
    var said = box.types("in", codes.get(who), at(time));
    assertEquals(who, 403, said.statusCode());
    assertTrue(said.body(), said.body().contains(why));
  }

  private JsonNode nearest(String who, String from, String to) {
    var wish =
        "availability?lat=50.6683&lon=4.6144&kind=DESK&people=1&limit=1&from=%s&to=%s"
            .formatted(at(from), at(to));
    return get(who, wish).path("items").path(0);
  }

  private boolean offered() {
    return nearest("anna", "17:00", "18:00").path("centreId").asText().equals("cei");
  }

  private String book(String who, String from, String to) {
    var desk = nearest(who, from, to);
    assertEquals("cei", desk.path("centreId").asText());
    var order =
        "{\"spaceId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}"
            .formatted(desk.path("spaceId").asText(), at(from), at(to));
    var made = escale.as(who).post("/api/v1/bookings", order);
    assertEquals(made.body(), 201, made.status());
    return made.json().path("id").asText();
  }

  private String state(String booking) {
    return get("anna", "bookings/" + booking).path("state").asText();
  }

  private String code(String who) {
    var member = escale.accounts().named(who).field("memberId");
    return get(who, "members/" + member + "/code?centre=cei").path("code").asText();
  }

  private List<JsonNode> records() {
    var all = get("cei-desk", "usage-records?centreId=cei").path("items");
    return StreamSupport.stream(all.spliterator(), false).toList();
  }

  private Instant at(String time) {
    return day.atTime(LocalTime.parse(time)).atZone(BRUSSELS).toInstant();
  }

  private void go(String time) {
    move(at(time));
  }

  private void move(Instant to) {
    escale.clock("{\"now\":\"%s\",\"stand\":true}".formatted(to));
  }

  private JsonNode get(String who, String path) {
    var answer = escale.as(who).get("/api/v1/" + path);
    assertEquals(path + ": " + answer.body(), 200, answer.status());
    return answer.json();
  }
}
