package org.escale.itests.web;

import static org.escale.itests.web.OpenSite.gone;
import static org.escale.itests.web.OpenSite.see;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import org.awaitility.Awaitility;
import org.escale.itests.process.Http;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runners.MethodSorters;

/**
 * The room of those who look after centres' own systems, in a real browser, with a real Radicale
 * behind: how it stands, what it can do, what does not agree, and when it is gone.
 */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public final class SystemsIT {
  @ClassRule public static final OpenSite SITE = OpenSite.today();
  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final String SYSTEMS = ".rooms a[href='#systems']";
  private static final String AGAIN = ".messages .pair button:first-child";
  private static final String FORGET = ".messages .pair button:last-child";

  private static Radicale radicale;

  @BeforeClass
  public static void open() throws Exception {
    radicale = new Radicale(FOLDER.newFolder().toPath());
    connect();
  }

  @AfterClass
  public static void close() {
    if (radicale != null) {
      radicale.close();
    }
  }

  private static void connect() {
    var space = "{\"id\":\"own\",\"name\":\"Own desk\",\"kind\":\"DESK\",\"seats\":1}";
    assertEquals(201, SITE.as("cei-desk").post("/api/v1/centres/cei/spaces", space).status());
    var adapter =
        """
        {"id":"wall","centreId":"cei","kind":"caldav","poll":"PT5S","spaces":{"own":"/room/desk/"},
         "settings":{"url":"%s","username":"room","password":"secret","localToo":"true"}}
        """
            .formatted(radicale.url());
    var made = SITE.as("operator").post("/api/v1/adapters", adapter);
    assertEquals(made.body(), 201, made.status());
    Awaitility.await("the centre decides")
        .atMost(Duration.ofSeconds(60))
        .until(() -> decidedThere().status() == 200);
    Awaitility.await("it was read")
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                SITE.as("operator").get("/api/v1/adapters").json().at("/items/0/asOf").has("own"));
  }

  private static Http.Answer decidedThere() {
    var http = SITE.as("cei-desk");
    return http.send(
        http.to("/api/v1/spaces/own")
            .header("Content-Type", "application/json")
            .header("If-Match", "\"1\"")
            .method("PATCH", BodyPublishers.ofString("{\"truthMode\":\"CENTRE_CHECKED\"}")));
  }

  @Test
  public void a_theOperatorTriesItByTheKeyboardAndIsToldTheGuarantee() {
    try (var seen = SITE.page(Device.DESK, "en")) {
      seen.signIn(SITE.account("operator"));
      see(seen, ".system[data-stands=well]");
      seen.assertEverybodyCanUse("systems");
      new Keys(seen.page()).to(".trial .primary").press("Enter");
      var proof = see(seen, ".proof").textContent();
      assertTrue(proof, proof.contains("held, looked at again and only then confirmed"));
      assertFalse(proof, proof.contains("secret") || proof.contains("Canari"));
      seen.assertEverybodyCanUse("tried");
      seen.assertKeptToItself();
    }
  }

  @Test
  public void b_receptionSeesItsOwnOnAPhoneAndSteersNothing() {
    try (var seen = SITE.page(Device.PHONE, "fr")) {
      seen.signIn(SITE.account("cei-desk"));
      see(seen, SYSTEMS).click();
      var card = see(seen, ".system[data-stands=well]").textContent();
      assertTrue(card, card.contains("Own desk") && card.contains("tout va bien"));
      assertEquals(0, seen.page().locator(".trial").count());
      seen.assertEverybodyCanUse("reception");
      seen.page().locator(".system footer button").first().click();
      see(seen, ".toast:has-text('Lecture en cours')");
      seen.assertKeptToItself();
    }
    try (var other = SITE.page(Device.PHONE, "nl")) {
      other.signIn(SITE.account("crealys-desk"));
      see(other, SYSTEMS).click();
      see(other, ".systems .empty");
      assertEquals(0, other.page().locator(".system").count());
      other.assertEverybodyCanUse("nothing connected");
    }
  }

  @Test
  public void c_whatStaffWroteOverABookingIsToldAndSettled() {
    var ten =
        ZonedDateTime.now(ZoneId.of("Europe/Brussels"))
            .with(TemporalAdjusters.next(DayOfWeek.TUESDAY))
            .with(LocalTime.of(10, 0))
            .toInstant();
    var end = ten.plus(Duration.ofHours(1));
    var order = "{\"spaceId\":\"own\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(ten, end);
    var booking = SITE.as("anna").post("/api/v1/bookings", order);
    assertEquals(booking.body(), 202, booking.status());
    var path = "/api/v1/bookings/" + booking.json().path("id").asText();
    Awaitility.await("confirmed")
        .atMost(Duration.ofSeconds(60))
        .until(() -> SITE.as("anna").get(path).json().path("state").asText().equals("CONFIRMED"));
    radicale.writes("staff-1", BASIC.format(ten), BASIC.format(end));
    try (var seen = SITE.page(Device.PHONE, "nl")) {
      seen.signIn(SITE.account("cei-desk"));
      see(seen, SYSTEMS).click();
      var incident = see(seen, ".incidents li").textContent();
      assertTrue(incident, incident.contains("Own desk") && incident.contains("10:00"));
      assertFalse(incident, incident.contains("Canari"));
      seen.assertEverybodyCanUse("incident");
      seen.page().locator(".incidents button").click();
      seen.page().locator(".incidents").waitFor(gone());
      seen.assertKeptToItself();
    }
  }

  @Test
  public void ca_aMemberAsksForAnotherTimeAndIsToldWhatStandsMeanwhile() {
    try (var seen = SITE.page(Device.PHONE, "en")) {
      seen.signIn(SITE.account("anna"));
      var guarantee = see(seen, ".journey .guarantee").textContent();
      assertTrue(guarantee, guarantee.length() > 20);
      see(seen, ".moving button").click();
      seen.assertEverybodyCanUse("another time");
      see(seen, ".move-form input[name=from]").fill("14:00");
      seen.page().locator(".move-form input[name=to]").fill("15:00");
      seen.page().locator(".move-form .primary").click();
      var told = see(seen, ".moving:has-text('until the centre answers')").textContent();
      assertTrue(told, told.contains("14:00 – 15:00") && told.contains("10:00 – 11:00"));
      seen.assertEverybodyCanUse("asked for another time");
      see(seen, ".journey-when:has-text('14:00 – 15:00')");
      seen.assertKeptToItself();
    }
  }

  @Test
  public void d_aSystemThatIsGoneIsSaidToBe() {
    radicale.close();
    try (var seen = SITE.page(Device.DESK, "fr")) {
      seen.signIn(SITE.account("operator"));
      see(seen, ".system[data-stands=silent] .trouble");
      seen.assertEverybodyCanUse("gone");
      seen.assertKeptToItself();
    }
  }

  @Test
  public void e_whatWaitsForItIsTriedAgainAndForgotten() {
    var noon =
        ZonedDateTime.now(ZoneId.of("Europe/Brussels"))
            .with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY))
            .with(LocalTime.of(12, 0))
            .toInstant();
    var order = "{\"spaceId\":\"own\",\"from\":\"%s\",\"to\":\"%s\"}";
    var booking =
        SITE.as("anna")
            .post("/api/v1/bookings", order.formatted(noon, noon.plus(Duration.ofHours(1))));
    assertEquals(booking.body(), 202, booking.status());
    try (var seen = SITE.page(Device.DESK, "en")) {
      seen.signIn(SITE.account("operator"));
      var message = see(seen, ".messages li").textContent();
      assertTrue(message, message.contains("Own desk") && message.contains("ask for the place"));
      seen.assertEverybodyCanUse("waiting");
      var keys = new Keys(seen.page());
      keys.to(AGAIN).press("Enter");
      see(seen, ".toast:has-text('It is tried again')");
      see(seen, ".messages button:not([disabled])");
      keys.to(FORGET).press("Enter");
      see(seen, ".toast:has-text('Forgotten')");
      seen.page().locator(".messages").waitFor(gone());
      seen.assertKeptToItself();
    }
  }
}
