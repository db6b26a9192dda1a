package org.escale.itests.web;

import static org.escale.itests.web.OpenSite.see;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.awaitility.Awaitility;
import org.escale.itests.process.Accounts.Account;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runners.MethodSorters;

/**
 * The operator brings a centre's own system in, in a real browser, with a real Radicale behind: by
 * the keyboard and taken back, then on a phone and rehearsed.
 */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public final class AssistantIT {
  @ClassRule public static final OpenSite SITE = OpenSite.today();
  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static Radicale radicale;

  @BeforeClass
  public static void open() throws Exception {
    radicale = new Radicale(FOLDER.newFolder().toPath());
    var space = "{\"id\":\"own\",\"name\":\"Own desk\",\"kind\":\"DESK\",\"seats\":1}";
    assertEquals(201, SITE.as("cei-desk").post("/api/v1/centres/cei/spaces", space).status());
  }

  @AfterClass
  public static void close() {
    if (radicale != null) {
      radicale.close();
    }
  }

  private static String truth() {
    return SITE.as("operator").get("/api/v1/spaces/own").json().path("truthMode").asText();
  }

  private static int adapters() {
    return SITE.as("operator").get("/api/v1/adapters").json().path("items").size();
  }

  /** Up to the form, for the centre CEI and CalDAV. */
  private static void begin(MemberPage seen) {
    see(seen, ".connect-new").click();
    see(seen, ".assistant select").selectOption("cei");
    seen.page().locator(".which input[value=caldav]").check();
  }

  private static void fill(MemberPage seen, String password) {
    see(seen, "#setting-url").fill(radicale.url());
    seen.page().locator("#setting-username").fill("room");
    seen.page().locator("#setting-password").fill(password);
  }

  @Test
  public void a_theOperatorConnectsByTheKeyboardAndTakesItBack() {
    try (var seen = SITE.page(Device.DESK, "en")) {
      seen.signIn(SITE.account("operator"));
      see(seen, ".connect-new");
      var keys = new Keys(seen.page());
      keys.to(".connect-new").press("Enter");
      see(seen, ".assistant select").selectOption("cei");
      seen.assertEverybodyCanUse("kind");
      keys.to(".which input:checked").press("ArrowUp");
      seen.page().locator(".which input[value=caldav]").check();
      keys.to(".assistant footer .primary").press("Enter");
      see(seen, "#setting-url").fill("nowhere");
      keys.to(".assistant footer .primary").press("Enter");
      var wrong = see(seen, "#setting-url-wrong").textContent();
      assertTrue(wrong, wrong.contains("not an address of the web"));
      seen.assertEverybodyCanUse("settings");
      fill(seen, "secret");
      keys.to(".assistant footer .primary").press("Enter");
      var here = see(seen, ".assistant .trouble").textContent();
      assertTrue(here, here.contains("local address"));
      keys.to("#setting-localToo").press("Space");
      keys.to(".assistant footer .primary").press("Enter");
      var fit = see(seen, ".fit .earned b").textContent();
      assertTrue(fit, fit.contains("Checked in the centre"));
      assertFalse("nothing is chosen before a person did", chosen(seen));
      assertEquals("nothing is kept before the end", 0, adapters());
      seen.assertEverybodyCanUse("proposal");
      keys.to(".fit .tick input").press("Space");
      keys.to(".assistant footer .primary").press("Enter");
      see(seen, ".done");
      seen.assertEverybodyCanUse("done");
      assertEquals("CENTRE_CHECKED", truth());
      keys.to(".done footer .quiet").press("Enter");
      see(seen, ".toast:has-text('Taken back')");
      assertEquals("FEDERATION", truth());
      assertEquals(0, adapters());
      seen.assertKeptToItself();
    }
  }

  private static boolean chosen(MemberPage seen) {
    return seen.page().locator(".assistant footer .primary").isEnabled();
  }

  @Test
  public void b_onAPhoneItIsConnectedAndItsLevelIsKeptAndRehearsed() {
    var later = Instant.now().plus(Duration.ofDays(1));
    radicale.writes("staff", BASIC.format(later), BASIC.format(later.plusSeconds(3600)));
    try (var seen = SITE.page(Device.PHONE, "fr")) {
      seen.signIn(SITE.account("operator"));
      begin(seen);
      seen.assertEverybodyCanUse("sorte");
      see(seen, ".assistant footer .primary").click();
      fill(seen, "secret");
      seen.page().locator("#setting-localToo").check();
      seen.assertEverybodyCanUse("accès");
      see(seen, ".assistant footer .primary").click();
      see(seen, ".fit .tick input").check();
      seen.assertEverybodyCanUse("espaces");
      see(seen, ".assistant footer .primary").click();
      see(seen, ".done footer .primary").click();
      var card = see(seen, ".system .level").textContent();
      assertTrue(card, card.contains("Mesuré"));
      rehearsed(seen);
      seen.assertKeptToItself();
    }
    var kept = SITE.as("cei-desk").get("/api/v1/adapters").json().at("/items/0");
    assertEquals("CENTRE_CHECKED", kept.at("/proven/own/truthMode").asText());
    assertFalse(kept.toString(), kept.toString().contains("secret"));
    var jobs = SITE.as("operator").get("/api/v1/jobs").body();
    assertFalse(jobs, jobs.contains("\"secret\""));
  }

  private static void rehearsed(MemberPage seen) {
    Awaitility.await("it was read")
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                SITE.as("operator").get("/api/v1/adapters").json().at("/items/0/asOf").has("own"));
    see(seen, ".rehearsal > button").click();
    var report = see(seen, ".rehearsal .proof").textContent();
    assertTrue(
        report,
        report.contains("1 entrées, dont 0 à nous ; 0 nouvelles")
            && report.contains("Son horloge"));
    assertFalse(report, report.contains("Canari"));
    // what the bar at the top covers by half is not what is looked at
    seen.page().evaluate("scrollTo({ top: 0, behavior: 'instant' })");
    seen.assertEverybodyCanUse("à blanc");
  }

  @Test
  public void c_aNetworkOfThatCentreSeesItsLevelAndNothingToSteer() {
    var network =
        SITE.escale().accounts().all().stream()
            .filter(account -> account.role().equals("network"))
            .filter(account -> !levels(account).isEmpty())
            .findFirst()
            .orElseThrow();
    try (var seen = SITE.page(Device.DESK, "nl")) {
      seen.signIn(network);
      var card = see(seen, ".system .level").textContent();
      assertTrue(card, card.contains("Gemeten"));
      assertEquals(0, seen.page().locator(".system footer, .connect-new").count());
      seen.assertEverybodyCanUse("netwerk");
      seen.assertKeptToItself();
    }
    assertEquals(403, SITE.escale().http(network).get("/api/v1/adapters").status());
  }

  private static JsonNode levels(Account account) {
    return SITE.escale().http(account).get("/api/v1/adapters/levels").json().path("items");
  }

  @Test
  public void d_aSystemThatDoesNotAnswerIsSaidToBeGone() {
    radicale.close();
    try (var seen = SITE.page(Device.PHONE, "nl")) {
      seen.signIn(SITE.account("operator"));
      begin(seen);
      see(seen, ".assistant footer .primary").click();
      fill(seen, "secret");
      seen.page().locator("#setting-localToo").check();
      see(seen, ".assistant footer .primary").click();
      var trouble = see(seen, ".assistant .trouble").textContent();
      assertTrue(trouble, trouble.contains("no connection"));
      seen.assertEverybodyCanUse("weg");
      see(seen, ".assistant header button").click();
      see(seen, ".systems");
      assertEquals(1, adapters());
      seen.assertKeptToItself();
    }
  }
}
