package org.escale.itests.web;

import static org.escale.itests.web.OpenSite.gone;
import static org.escale.itests.web.OpenSite.see;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.escale.itests.process.Http;
import org.junit.ClassRule;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runners.MethodSorters;

/** The rooms in which a desk and the operator set things, in a real browser. */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public final class OperatorRoomsIT {
  @ClassRule public static final OpenSite SITE = OpenSite.onAWorkingDay();
  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static final String ROOM = "/api/v1/spaces/cei-room-meuse";

  @Test
  public void a_theDeskCedesHoursOfASpaceAndTakesItBack() {
    try (var seen = SITE.page(Device.PHONE, "fr")) {
      seen.signIn(SITE.account("cei-desk"));
      see(seen, ".rooms a[href='#spaces']").click();
      see(seen, ".space-rows [data-space=cei-desk-01]");
      seen.assertEverybodyCanUse("who decides");
      seen.page().locator("[data-space=cei-desk-01]").click();
      see(seen, ".way input[value=ALLOTMENT]").click();
      assertTrue(seen.page().locator(".space-form .primary").isDisabled());
      seen.page().locator(".quick button").nth(1).click();
      see(seen, ".day .ours");
      seen.page().locator(".span input").first().fill("15:00");
      see(seen, ".day .wrong");
      seen.assertEverybodyCanUse("hours that cannot be");
      seen.page().locator(".quick button").nth(1).click();
      seen.page().locator(".space-form .primary").click();
      see(seen, ".toast .undo");
      see(seen, "[data-space=cei-desk-01] .strip");
      seen.assertEverybodyCanUse("ceded");
      assertEquals("ALLOTMENT", mode("cei-desk-01"));
      seen.page().locator(".toast .undo").click();
      seen.page().locator("[data-space=cei-desk-01] .strip").waitFor(gone());
      assertEquals("FEDERATION", mode("cei-desk-01"));
      seen.assertKeptToItself();
    }
  }

  @Test
  public void b_theOperatorCedesDesksToABoxByTheKeyboardAndIsToldWhatStandsInTheWay() {
    var box =
        "{\"centreId\":\"cei\",\"uplink\":\"eth0\",\"networks\":[{\"ssid\":\"E\",\"device\":\"wlan0\","
            + "\"channel\":6}],\"hub\":{\"address\":\"https://hub.example\",\"radius\":\"hub.example\","
            + "\"portal\":\"https://hub.example/p\"}}";
    assertEquals(201, SITE.as("operator").post("/api/v1/gateways/box-cei/box", box).status());
    book("cei-desk-23", 3);
    try (var seen = SITE.page(Device.DESK, "nl")) {
      seen.signIn(SITE.account("operator"));
      see(seen, ".rooms a[href='#spaces']").click();
      see(seen, ".spaces select").selectOption("cei");
      see(seen, "#cede-box-cei").fill("1");
      new Keys(seen.page()).to(".counted button").press("Enter");
      see(seen, ".portion .free-desks li:has-text('24')");
      seen.assertEverybodyCanUse("ceded desks");
      see(seen, "#cede-box-cei").fill("2");
      seen.page().locator(".counted button").click();
      see(seen, ".toast:has-text('1 boeking staat in de weg')");
      seen.assertKeptToItself();
    }
    var ceded = SITE.as("cei-desk").get("/api/v1/centres/cei/ceded").json();
    assertEquals("[\"cei-desk-24\"]", ceded.at("/desks").toString());
    assertEquals(404, SITE.as("axis-parc-desk").get("/api/v1/centres/cei/ceded").status());
  }

  @Test
  public void c_theDeskSaysYesToAnotherTimeOfAPlaceThatItDecidesOn() {
    var desk = SITE.as("cei-desk");
    assertEquals(200, patch(desk, ROOM, "{\"truthMode\":\"REQUEST\"}").status());
    var id = book("cei-room-meuse", 3);
    var path = "/api/v1/bookings/" + id;
    assertEquals(200, desk.post(path + "/confirm", "{}").status());
    var member = SITE.escale().http(SITE.member());
    var asked = patch(member, path, times(4));
    assertEquals(asked.body(), 202, asked.status());
    try (var seen = SITE.page(Device.DESK, "en")) {
      seen.signIn(SITE.account("cei-desk"));
      see(seen, ".board-card:has-text('asks for another time')");
      seen.assertEverybodyCanUse("another time is asked for");
      seen.page().locator(".board-card:has-text('asks for') .primary").click();
      seen.page().locator(".board-card:has-text('asks for another time')").waitFor(gone());
      seen.assertKeptToItself();
    }
    assertEquals(
        asked.json().at("/move/from").asText(), member.get(path).json().at("/from").asText());
  }

  @Test
  public void d_theOperatorConnectsADirectoryReadsItAndTakesItAway() throws Exception {
    var folder = Files.createDirectories(FOLDER.newFolder().toPath().resolve("export"));
    Files.createDirectories(folder.resolve("in"));
    Files.createDirectories(folder.resolve("out"));
    var people = folder.resolve("in/people.csv");
    Files.writeString(people, "id;name;email;active\nz1;Zoë Zed;zoe@there.example;yes\n");
    try (var seen = SITE.page(Device.PHONE, "nl")) {
      seen.signIn(SITE.account("operator"));
      see(seen, ".rooms a[href='#directories']").click();
      see(seen, ".connect-new").click();
      see(seen, ".which label:has-text('CSV')").click();
      see(seen, "#directory-id").fill("there");
      see(seen, "#directory-companyId").fill("atlas");
      see(seen, "#setting-folder").fill("ftp://nowhere/");
      seen.page().locator(".leaf footer .primary").click();
      see(seen, ".leaf .wrong, .leaf .trouble");
      // wherever one scrolled to, the bar at the top covers half of something
      seen.page().evaluate("scrollTo(0, 0)");
      seen.assertEverybodyCanUse("a folder that cannot be");
      see(seen, "#setting-folder").fill(folder.toUri().toString());
      seen.page().locator(".leaf footer .primary").click();
      see(seen, ".directory footer .quiet");
      // it is read by itself as soon as it is connected
      Awaitility.await().atMost(Duration.ofSeconds(60)).until(OperatorRoomsIT::directoryWasRead);
      Files.writeString(people, "z2;Zita Zed;zita@there.example;yes\n", StandardOpenOption.APPEND);
      seen.page().locator(".directory footer .quiet").first().click();
      see(seen, ".reading .came .muted");
      see(seen, ".reading .came [data-count=created]:has-text('1')");
      seen.assertEverybodyCanUse("read dry");
      seen.page().locator(".directory footer > .primary").click();
      seen.page().locator(".reading .came .muted").waitFor(gone());
      see(seen, ".reading .came [data-count=created]:has-text('1')");
      see(seen, ".directory .state[data-stands=well]");
      seen.page().locator(".directory footer > .quiet").last().click();
      see(seen, ".sure .primary").click();
      seen.page().locator(".directory").waitFor(gone());
      seen.assertKeptToItself();
    }
  }

  @Test
  public void e_everySettingOfEverySystemAndDirectoryIsInThreeLanguages() throws Exception {
    var systems = SITE.as("operator").get("/api/v1/adapters/kinds").json().at("/items");
    var directories = SITE.as("operator").get("/api/v1/directories/kinds").json().at("/items");
    assertTrue(systems.size() >= 6 && directories.size() >= 3);
    var missing = Texts.missing("setting", systems);
    missing.addAll(Texts.missing("directory", directories));
    assertEquals(new TreeSet<>(), missing);
  }

  private static boolean directoryWasRead() {
    return SITE.as("operator").get("/api/v1/directories").json().at("/items/0/asOf").isTextual();
  }

  private static String book(String space, int hours) {
    var member = SITE.escale().http(SITE.member());
    var order = times(hours).replace("{", "{\"spaceId\":\"" + space + "\",");
    var booked = member.post("/api/v1/bookings", order);
    assertTrue(booked.body(), booked.status() == 201 || booked.status() == 202);
    return booked.json().at("/id").asText();
  }

  private static String times(int hours) {
    var from = SITE.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(hours));
    return "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, from.plus(Duration.ofHours(1)));
  }

  private static Http.Answer patch(Http caller, String path, String order) {
    var tag = caller.get(path).response().headers().firstValue("ETag").orElseThrow();
    return caller.send(
        caller
            .to(path)
            .header("Content-Type", "application/json")
            .header("If-Match", tag)
            .method("PATCH", BodyPublishers.ofString(order)));
  }

  private static String mode(String space) {
    return SITE.as("cei-desk").get("/api/v1/spaces/" + space).json().at("/truthMode").asText();
  }
}
