package org.escale.itests.web;

import static org.escale.itests.web.OpenSite.gone;
import static org.escale.itests.web.OpenSite.see;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import org.escale.itests.gear.Tickets;
import org.escale.itests.process.Accounts.Account;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;

/** The rooms of a centre's desk and of those who look after gateways, in a real browser. */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public final class NetworkRoomIT {
  @ClassRule public static final OpenSite SITE = OpenSite.onAWorkingDay();

  private static String person;

  @BeforeClass
  public static void somebodyIsThere() {
    var member = SITE.member();
    var order =
        "{\"memberId\":\"%s\",\"centreId\":\"cei\"}"
            .formatted(
                SITE.escale().http(member).get("/api/v1/me").json().at("/memberId").asText());
    var arrived = SITE.as("cei-desk").post("/api/v1/visits", order);
    assertEquals(arrived.body(), 201, arrived.status());
    person = arrived.json().at("/guest/person").asText();
  }

  @Test
  public void a_theOperatorSeesWhatIsThereAndNobodyByNameAndTakesTheEventsAlong()
      throws IOException {
    try (var seen = SITE.page(Device.DESK, "en")) {
      seen.signIn(SITE.account("operator"));
      see(seen, ".rooms a[href='#network']").click();
      see(seen, ".gate-row:has-text('gw-axis-parc')");
      seen.assertEverybodyCanUse("gateways");
      new Keys(seen.page()).to(".gate-row[data-gate=gw-cei]").press("Enter");
      see(seen, ".sessions [data-state=READY]");
      var told = seen.page().locator(".gate").textContent();
      assertTrue(told, told.contains("known to the centre alone"));
      assertFalse(told, told.contains(person.substring(0, 6)));
      seen.assertEverybodyCanUse("one gateway");
      var saved = seen.page().waitForDownload(() -> see(seen, ".gate .part-head button").click());
      assertEquals("gw-cei-events.csv", saved.suggestedFilename());
      var table = Files.readString(saved.path());
      assertTrue(table, table.contains("\"BEGAN\"") && !table.contains(person));
      see(seen, "[aria-labelledby=gate-outages] .outage-range");
      see(seen, ".rooms a[href='#report']").click();
      see(seen, ".report .muted[role=status]");
      seen.assertEverybodyCanUse("service minutes where no line was watched");
      seen.assertKeptToItself();
    }
  }

  @Test
  public void b_theDeskEndsASessionAfterItWasAskedOnceMore() {
    try (var seen = SITE.page(Device.PHONE, "fr")) {
      seen.signIn(SITE.account("cei-desk"));
      see(seen, ".rooms a[href='#network']").click();
      see(seen, ".sessions button");
      var told = seen.page().locator(".sessions").textContent();
      assertTrue(told, told.contains(person.substring(0, 6)));
      seen.assertEverybodyCanUse("sessions");
      seen.page().locator(".sessions button").click();
      see(seen, "dialog .quiet").click();
      seen.page().locator("dialog").waitFor(gone());
      seen.page().locator(".sessions button").click();
      see(seen, "dialog .danger");
      seen.assertEverybodyCanUse("asked once more");
      seen.page().locator("dialog .danger").click();
      see(seen, ".happened [data-kind=ENDED]:has-text('par départ')");
      seen.page().locator(".sessions button").waitFor(gone());
      seen.assertKeptToItself();
    }
  }

  @Test
  public void bb_theOperatorEndsASessionAndTheVisitGoesOnWithAFreshOne() {
    var member = SITE.member();
    var order = "{\"memberId\":\"%s\",\"centreId\":\"cei\"}".formatted(me(member));
    var arrived = SITE.as("cei-desk").post("/api/v1/visits", order);
    assertEquals(arrived.body(), 201, arrived.status());
    var visit = arrived.json().at("/id").asText();
    var key =
        SITE.escale().http(member).get("/api/v1/visits/" + visit + "/session").json().at("/key");
    try (var seen = SITE.page(Device.PHONE, "nl")) {
      seen.signIn(SITE.account("operator"));
      see(seen, ".rooms a[href='#network']").click();
      see(seen, ".gate-row[data-gate=gw-cei]").click();
      new Keys(seen.page()).to(".sessions button").press("Enter");
      see(seen, "dialog select").selectOption("KEY_KNOWN");
      seen.assertEverybodyCanUse("a session about to be ended");
      new Keys(seen.page()).to("dialog .danger").press("Enter");
      var told = see(seen, ".happened [data-kind=CUT]").textContent();
      assertTrue(told, told.contains("iemand anders kent de sleutel"));
      see(seen, ".happened [data-kind=ENDED]:has-text('door de operator')");
      seen.page().locator(".sessions button").waitFor(gone());
      seen.assertEverybodyCanUse("a session that was ended");
      seen.assertKeptToItself();
    }
    try (var seen = SITE.page(Device.PHONE, "fr")) {
      seen.signIn(member);
      see(seen, ".key [data-state=ENDED]");
      seen.assertEverybodyCanUse("a visit whose session was ended");
      see(seen, ".key .key-tools button").click();
      see(seen, ".key [data-state=READY]");
      see(seen, ".key .key-tools button").click();
      assertFalse(key.asText().equals(see(seen, ".key-card code").textContent()));
      seen.assertKeptToItself();
    }
    assertEquals(200, SITE.as("cei-desk").post(checkOut(visit), "{}").status());
  }

  private static String checkOut(String visit) {
    return "/api/v1/visits/" + visit + "/checkout";
  }

  @Test
  public void c_aBoxGoesFromItsTokenToGreenAndIsBelievedNoLonger() throws Exception {
    try (var seen = SITE.page(Device.DESK, "nl")) {
      seen.signIn(SITE.account("operator"));
      see(seen, ".rooms a[href='#network']").click();
      see(seen, ".boxes .primary").click();
      see(seen, ".box-form select").selectOption("cei");
      seen.assertEverybodyCanUse("a box to be expected");
      seen.page().locator(".box-form .primary").click();
      see(seen, ".ticket .qr-code");
      seen.assertEverybodyCanUse("its token");
      var saved = seen.page().waitForDownload(() -> see(seen, ".ticket button").click());
      var file = Files.readString(saved.path());
      assertTrue(file.startsWith("escale-enrolment 1\n"));
      var own = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      var key = Base64.getEncoder().encodeToString(own.getPublic().getEncoded());
      var token = file.replaceFirst("(?s).*\ntoken (\\S+)\n.*", "$1");
      var come = "{\"token\":\"%s\",\"publicKey\":\"%s\"}".formatted(token, key);
      assertEquals(201, SITE.escale().http().post("/api/v1/gateways/enrol", come).status());
      see(seen, ".gate .state[data-stands=came]");
      var line = "{\"at\":\"%s\",\"downKbps\":9400,\"upKbps\":900}".formatted(SITE.now());
      Footing.beat(
          SITE.escale(),
          SITE.now(),
          own,
          "{\"applied\":\"%s\",\"well\":true,\"text\":\"\",\"line\":%s}"
              .formatted("ab".repeat(32), line));
      see(seen, ".gate .state[data-stands=green]");
      assertTrue(see(seen, ".gauges code").textContent().startsWith("abab"));
      assertTrue(seen.page().locator(".gauges").textContent().contains("9,4 / 0,9 Mbit/s"));
      see(seen, ".samples");
      see(seen, "[aria-labelledby=gate-outages] .outage-range");
      seen.assertEverybodyCanUse("a green box");
      seen.page().locator(".gate .danger").click();
      see(seen, "dialog .danger").click();
      see(seen, ".gate .state[data-stands=revoked]");
      seen.assertKeptToItself();
    }
    assertEquals(1, SITE.as("operator").get("/api/v1/gateways/boxes").json().at("/items").size());
    assertEquals(403, SITE.as("cei-desk").get("/api/v1/gateways/boxes").status());
  }

  @Test
  public void d_theDeskLetsInByTheCodeAndSaysWhyNot() {
    var member = SITE.member();
    var path = "/api/v1/members/%s/code";
    var id = SITE.escale().http(member).get("/api/v1/me").json().at("/memberId").asText();
    try (var seen = SITE.page(Device.DESK, "nl")) {
      seen.signIn(SITE.account("cei-desk"));
      see(seen, ".let-in input").fill("no-such-code");
      seen.page().keyboard().press("Enter");
      see(seen, ".let-in .trouble");
      seen.assertEverybodyCanUse("not let in");
      var code = SITE.escale().http(member).get(path.formatted(id)).json().at("/code").asText();
      seen.page().locator(".let-in input").fill(code);
      seen.page().keyboard().press("Enter");
      see(seen, ".board-card .tag:has-text('sleutel klaar')");
      seen.page().locator(".toast").first().waitFor();
      seen.assertEverybodyCanUse("somebody is in");
      see(seen, "[aria-labelledby=board-here] .board-do button").click();
      see(seen, "dialog .danger").click();
      see(seen, "[aria-labelledby=board-here] .muted");
      seen.assertKeptToItself();
    }
  }

  @Test
  public void e_aMemberSeesTheCodeOfACentreWhoseBoxStandsAndNoneWhereThereIsNone()
      throws Exception {
    var member = SITE.member();
    var booking = Footing.book(SITE.escale(), SITE.now(), member);
    try (var seen = SITE.page(Device.PHONE, "fr")) {
      seen.signIn(member);
      see(seen, ".badge-code");
      seen.page().waitForLoadState(LoadState.NETWORKIDLE);
      assertEquals(0, seen.page().locator(".line-code").count());
    }
    new Tickets(SITE.as("operator"), SITE.escale().port()).silentBox("box-line", "cei");
    var words = Map.of("fr", "ligne du centre est coupée", "nl", "uitvalt", "en", "line of the");
    var day = "&on=" + booking.at("/from").asText().substring(0, 10);
    var path = "/api/v1/members/" + me(member) + "/code?centre=cei" + day;
    var code = SITE.escale().http(member).get(path).json().at("/code").asText();
    for (var language : words.keySet()) {
      try (var seen = SITE.page(Device.PHONE, language)) {
        seen.signIn(member);
        see(seen, ".line-code button").click();
        assertEquals(code, see(seen, ".line-code code").textContent());
        see(seen, ".line-code .qr-code");
        var told = seen.page().locator(".line-code").textContent();
        assertTrue(told, told.contains(words.get(language)));
        seen.assertEverybodyCanUse("the code for a line that is down");
        seen.assertKeptToItself();
      }
    }
    assertEquals(
        200,
        SITE.escale()
            .http(member)
            .delete("/api/v1/bookings/" + booking.at("/id").asText())
            .status());
  }

  private static String me(Account member) {
    return SITE.escale().http(member).get("/api/v1/me").json().at("/memberId").asText();
  }
}
