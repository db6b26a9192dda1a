package org.escale.itests.badday;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.escale.itests.badday.Traffic.Guest;
import org.escale.itests.process.EscaleProcess;
import org.escale.itests.process.Http;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Bundles are refreshed, updated, removed and brought back while members come and go: nobody is
 * turned away, and a network that is gone changes only what it offers (laws E3, S3, U7, U8).
 */
public class BundlesComeAndGoIT {
  private static final ZoneId BELGIUM = ZoneId.of("Europe/Brussels");
  private static final String NETWORK = "org.escale.network.cowallonia";
  private static final Guest STAYS = new Guest("anna", "negundo");
  private static final Guest COMES = new Guest("bram", "crealys");
  private static final Guest LEAVES = new Guest("gilles", "cowo-namur");
  private static final Guest FORGETS = new Guest("hanne", "cowo-liege");

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static EscaleProcess escale;
  private static Bundles bundles;
  private static Instant morning;

  @BeforeClass
  public static void start() {
    escale =
        EscaleProcess.start(FOLDER.getRoot().toPath().resolve("data"), "--sandbox").awaitReady();
    bundles = new Bundles(escale);
    morning =
        Clock.system(BELGIUM)
            .instant()
            .atZone(BELGIUM)
            .with(TemporalAdjusters.next(DayOfWeek.TUESDAY))
            .with(LocalTime.of(10, 0))
            .toInstant();
    escale.clock("{\"now\":\"%s\"}".formatted(morning));
  }

  @AfterClass
  public static void stop() {
    escale.close();
  }

  @Test
  public void e3_bundlesAreRefreshedUnderLoadAndNobodyIsTurnedAway() {
    var ledger = new Ledger();
    var field = Field.of(escale, morning.atZone(BELGIUM).toLocalDate());
    try (var traffic = new Traffic(escale).asking(STAYS).visiting(COMES).asking(LEAVES);
        var storm = new Storm(escale.http(escale.accounts().first("member")), field, ledger, 1)) {
      traffic.goesOn();
      for (var name : List.of("org.escale.document.pdf", "org.escale.gateway.simulated", NETWORK)) {
        bundles.refresh(name);
        traffic.goesOn();
        bundles.update(name);
        traffic.goesOn();
      }
      assertEquals("no booking is put off", 0, storm.putOff());
    }
    assertTrue("bookings went on", ledger.size() > 0);
    new Audit(escale, ledger).check();
  }

  @Test
  public void e3_u8_aNetworkThatIsGoneChangesOnlyWhatItOffersAndIsRatedOnceItReturns() {
    String left;
    String forgotten;
    try (var traffic = new Traffic(escale).asking(STAYS).visiting(COMES)) {
      left = traffic.checkIn(LEAVES);
      forgotten = traffic.checkIn(FORGETS);
      bundles.remove(NETWORK);
      traffic.goesOn();
      assertFalse("it offers nothing", networks().contains("cowallonia"));
      var out = traffic.checkOut(LEAVES, left).json();
      assertEquals("CHECK_OUT", out.path("endedBy").asText());
      traffic.goesOn();
    }
    escale.clock("{\"advance\":\"PT48H\"}");
    var closed = operatorsView(FORGETS, forgotten);
    assertEquals("s3: by its sealed terms", "CLOSED", closed.path("state").asText());
    assertEquals("cowallonia/visit/1", closed.path("rule").asText());

    var records = Set.of(record(LEAVES, left), record(FORGETS, forgotten));
    assertEquals("u8: parked, not guessed", records, parked(records));

    bundles.install(NETWORK);
    escale.clock("{\"advance\":\"PT5M\"}");
    assertTrue("it offers again", networks().contains("cowallonia"));
    assertEquals("u7: rated by its own rule", Set.of(), parked(records));
    assertEquals("each is charged once", records, charged(records));
  }

  private static Set<String> networks() {
    return texts(operator().get("/api/v1/networks").json().path("items"), "id");
  }

  private static JsonNode operatorsView(Guest guest, String visit) {
    return desk(guest).get("/api/v1/visits/" + visit).json();
  }

  private static String record(Guest guest, String visit) {
    var records = desk(guest).get("/api/v1/usage-records?visitId=" + visit).json().path("items");
    assertEquals(records.toString(), 1, records.size());
    return records.get(0).path("id").asText();
  }

  /** Those that a billing run could not rate for want of their rule. */
  private static Set<String> parked(Set<String> among) {
    return StreamSupport.stream(dryRun().path("unbilled").spliterator(), false)
        .filter(unbilled -> unbilled.path("code").asText().equals("RULE_MISSING"))
        .map(unbilled -> unbilled.path("usageRecordId").asText())
        .filter(among::contains)
        .collect(Collectors.toSet());
  }

  /** Those on exactly one line of the month's invoices. */
  private static Set<String> charged(Set<String> among) {
    var all =
        dryRun().path("invoices").findValues("chargeIds").stream()
            .flatMap(ids -> StreamSupport.stream(ids.spliterator(), false))
            .map(JsonNode::asText)
            .filter(among::contains)
            .toList();
    assertEquals("once", Set.copyOf(all).size(), all.size());
    return Set.copyOf(all);
  }

  private static JsonNode dryRun() {
    var month = morning.atZone(BELGIUM).toLocalDate().toString().substring(0, 7);
    var office = escale.accounts().of("network", "networkId", "cowallonia");
    var run =
        escale
            .http(office)
            .post("/api/v1/billing-runs", "{\"period\":\"%s\",\"dryRun\":true}".formatted(month));
    assertTrue(run.body(), run.status() == 200 || run.status() == 201);
    return run.json();
  }

  private static Set<String> texts(JsonNode items, String name) {
    return Set.copyOf(items.findValuesAsText(name));
  }

  private static Http desk(Guest guest) {
    return escale.http(escale.accounts().of("reception", "centreId", guest.centre()));
  }

  private static Http operator() {
    return escale.http(escale.accounts().first("federation"));
  }
}
