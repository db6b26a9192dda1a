package org.escale.itests.web;

import static org.escale.itests.web.OpenSite.gone;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.escale.itests.process.Accounts.Account;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

/** A member's day in a real browser, against the assembled distribution and its demonstration. */
public class MemberDayIT {
  private static final Map<String, String> CHECK_OUT =
      Map.of("fr", "quitté le centre", "nl", "uitgecheckt", "en", "checked out");

  @ClassRule public static final OpenSite SITE = OpenSite.onAWorkingDay();

  private static Account member;

  @BeforeClass
  public static void somebody() {
    member = SITE.member();
  }

  @Test
  public void inFrenchOnAPhone() {
    liveADay(Device.PHONE, "fr");
  }

  @Test
  public void inDutchOnAPhone() {
    liveADay(Device.PHONE, "nl");
  }

  @Test
  public void inEnglishOnAPhone() {
    liveADay(Device.PHONE, "en");
  }

  @Test
  public void inFrenchOnADesk() {
    liveADay(Device.DESK, "fr");
  }

  @Test
  public void inDutchOnADesk() {
    liveADay(Device.DESK, "nl");
  }

  @Test
  public void inEnglishOnADesk() {
    liveADay(Device.DESK, "en");
  }

  @Test
  public void theLanguageIsRemembered() {
    try (var seen = SITE.page(Device.DESK, "fr")) {
      seen.page().locator(".languages [lang=nl]").click();
      seen.page().reload();
      seen.page().locator(".hero").waitFor();
      assertEquals("nl", seen.page().locator("html").getAttribute("lang"));
      assertTrue(seen.page().locator("h1").textContent().startsWith("Waar"));
      assertEquals("it has opened", 0, seen.page().locator("#app > .loading").count());
      seen.assertKeptToItself();
    }
  }

  @Test
  public void aWrongPasswordIsRefusedInTheLanguageSpoken() {
    try (var seen = SITE.page(Device.DESK, "nl")) {
      seen.signIn(new Account("member", member.username(), "not-the-word", "", member.fields()));
      var refused = seen.page().locator("#sign-in-refused:not(:empty)");
      refused.waitFor();
      assertTrue(refused.textContent(), refused.textContent().contains("onjuist"));
      seen.assertEverybodyCanUse("refused");
    }
  }

  @Test
  public void aBookingIsTakenBackWithinItsTerms() {
    try (var seen = SITE.page(Device.PHONE, "fr")) {
      seen.signIn(member);
      seen.nearest();
      seen.page().locator(".chip").last().click();
      seen.page().locator(".results[aria-busy=false]").waitFor();
      seen.book();
      assertTrue(seen.page().locator(".journey .opens").isVisible());
      seen.page().locator(".badge-code button").click();
      seen.page().locator(".badge-code .qr-code").waitFor();
      seen.assertEverybodyCanUse("the code for the desk");
      seen.page().locator(".toast .undo").click();
      seen.page().locator(".journey").waitFor(gone());
      seen.assertEverybodyCanUse("taken back");
      seen.assertKeptToItself();
    }
  }

  @Test
  public void aSeriesIsBookedWithAnAnswerForEachDayAndCalledOff() {
    try (var seen = SITE.page(Device.PHONE, "en")) {
      seen.signIn(member);
      seen.nearest();
      seen.page().locator(".chip").last().click();
      seen.page().locator(".results[aria-busy=false]").waitFor();
      seen.page().locator(".card footer button").first().click();
      seen.page().locator(".repeat summary").click();
      seen.assertEverybodyCanUse("again and again");
      seen.page().locator(".repeat .primary").click();
      seen.page().locator(".series").waitFor();
      seen.page().locator(".series summary").click();
      seen.assertEverybodyCanUse("a series");
      seen.page().locator(".series details > button").click();
      seen.page().locator(".series").waitFor(gone());
      seen.page().locator(".journey .actions .quiet").first().click();
      seen.page().locator(".journey").waitFor(gone());
      seen.assertKeptToItself();
    }
  }

  @Test
  public void aDayWithTheKeyboardAlone() {
    try (var seen = SITE.page(Device.DESK, "en")) {
      var keys = new Keys(seen.page());
      keys.to(".hero .primary").press("Enter");
      keys.to("input[name=username]").type(member.username());
      keys.to("input[name=password]").type(member.password());
      keys.press("Enter");
      seen.nearest();
      keys.to(".pins .pin").press("ArrowRight");
      assertTrue(keys.focused().contains("pin"));
      keys.to(".card footer .primary").press("Enter");
      keys.to(".journey .actions .primary").press("Enter");
      seen.page().locator(".key-tools").waitFor();
      keys.to(".key-tools button").press("Enter");
      keys.to(".journey .leave").press("Enter");
      seen.page().locator(".journey.over .why").waitFor();
      seen.assertKeptToItself();
    }
  }

  @Test
  public void aRequestWaitsForTheCentreWhoseAnswerIsTold() {
    var hall =
        """
        {"id":"cei-hall","name":"Hall","kind":"ROOM","seats":2000,"truthMode":"REQUEST"}
        """;
    var reception = SITE.as("cei-desk");
    assertEquals(201, reception.post("/api/v1/centres/cei/spaces", hall).status());
    try (var seen = SITE.page(Device.PHONE, "en")) {
      seen.signIn(member);
      seen.nearest();
      typesWhileAnAnswerComes(seen.page());
      seen.page().locator(".people input").press("Tab");
      seen.page().locator(".card").nth(1).waitFor(gone());
      seen.page().locator(".card footer .primary").click();
      seen.page().locator(".journey .pending").waitFor();
      assertEquals(0, seen.page().locator(".journey .actions .primary, .opens").count());
      seen.assertEverybodyCanUse("asked");
      var asked = reception.get("/api/v1/bookings?state=PENDING").json().at("/items/0/id").asText();
      reception.post("/api/v1/bookings/" + asked + "/confirm", "{}");
      seen.page().locator(".toast:has-text('confirmed')").waitFor();
      seen.page().locator(".journey .pending").waitFor(gone());
      seen.assertKeptToItself();
      assertEquals(200, reception.delete("/api/v1/bookings/" + asked).status());
    }
  }

  /** The page is drawn anew in the middle of a number, which stays. */
  private static void typesWhileAnAnswerComes(Page page) {
    var held = new ArrayList<Route>();
    page.route("**/availability*", held::add);
    page.locator(".kinds label:has([value=ROOM])").click();
    page.waitForCondition(() -> !held.isEmpty());
    page.locator(".people input").fill("2000");
    page.unroute("**/availability*");
    held.forEach(Route::resume);
    page.locator(".card .truth:has-text('On request')").waitFor();
    assertEquals("2000", page.locator(".people input").inputValue());
  }

  private static void liveADay(Device device, String language) {
    try (var seen = SITE.page(device, language)) {
      seen.assertEverybodyCanUse("welcome");
      seen.signIn(member);
      assertTrue(seen.nearest().textContent().contains("km"));
      assertEquals(language, seen.page().locator("html").getAttribute("lang"));
      assertNearestFirst(seen.page());
      seen.assertEverybodyCanUse("free places");
      seen.book();
      seen.assertEverybodyCanUse("booked");
      seen.checkIn();
      assertFalse("the key is there", seen.key().isBlank());
      assertEquals("wifi.mobileconfig", seen.fetches("APPLE"));
      seen.assertEverybodyCanUse("visit");
      var why = seen.checkOut();
      assertTrue(why, why.toLowerCase(Locale.ROOT).contains(CHECK_OUT.get(language)));
      seen.assertEverybodyCanUse("ended");
      seen.assertKeptToItself();
    }
  }

  private static void assertNearestFirst(Page page) {
    var shown = new ArrayList<Double>();
    for (var text : page.locator(".cards .distance").allTextContents()) {
      shown.add(
          Double.valueOf(text.replace(" km", "").replace('\u00a0', ' ').strip().replace(',', '.')));
    }
    assertFalse(shown.isEmpty());
    assertEquals(shown.stream().sorted().toList(), List.copyOf(shown));
  }
}
