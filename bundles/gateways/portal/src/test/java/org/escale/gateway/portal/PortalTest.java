package org.escale.gateway.portal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.escale.spi.gateway.GatewayAnswer;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.junit.After;
import org.junit.Test;

/** The page, its limits, and what it tells the hub, at level 1 without an agent. */
public class PortalTest {
  private final Site site = new Site(Map.of("lease", "PT10M"));

  @After
  public void close() {
    site.close();
  }

  @Test
  public void s1_aKeyLetsInAndStandsInNoAddress() {
    site.knows(site.grant("g", Site.KEY, 1, false));
    var said = site.post("gw", device(1), "key=" + Site.KEY);
    assertEquals(303, said.status());
    var to = said.headers().get("Location");
    assertTrue(to, to.startsWith("http://198.18.1.1:2050/opennds_auth/?tok="));
    assertFalse(to, to.contains(Site.KEY));
    assertFalse(to + said.headers(), said.headers().toString().contains(Site.KEY));
    assertEquals("nobody passes yet", List.of(), site.gateway.sessions());
  }

  @Test
  public void s1_aKeyTypedWithoutItsDashesIsTheSameKey() {
    site.knows(site.grant("g", Site.KEY, 1, false));
    var typed = " ABCDE fghjk+mnpqrstuvw";
    assertEquals(303, site.post("gw", device(1), "key=" + typed).status());
  }

  @Test
  public void s1_aKeyInTheAddressIsNotLookedAt() {
    site.knows(site.grant("g", Site.KEY, 1, false));
    var query = new HashMap<>(device(1));
    query.put("key", Site.KEY);
    assertEquals(200, site.get("gw", query).status());
    assertEquals(403, site.post("gw", query, "").status());
  }

  @Test
  public void presenceBeginsWhenTheDeviceComesBackThroughTheBox() {
    enters(1);
    assertEquals(1, site.gateway.sessions().size());
    assertEquals(List.of(Kind.START), kinds());
  }

  @Test
  public void aBoxThatCannotBeCutLetsInUntilTheLeaseEndsAndNoLonger() {
    enters(1);
    assertEquals(GatewayAnswer.CUTTING, site.gateway.apply(site.grant("g", Site.KEY, 2, true)));
    site.clock.advance(Duration.ofMinutes(9));
    assertEquals("it may still pass", 1, site.gateway.sessions().size());
    site.clock.advance(Duration.ofMinutes(1));
    assertEquals(List.of(), site.gateway.sessions());
    site.gateway.report();
    assertEquals(List.of(Kind.START, Kind.STOP), kinds());
    assertEquals(403, site.post("gw", device(1), "key=" + Site.KEY).status());
  }

  @Test
  public void aLeaseIsRenewedByTheTicketAndForThatDeviceOnly() {
    var ticket = enters(1);
    site.clock.advance(Duration.ofMinutes(11));
    assertEquals(303, comes(device(1), ticket).status());
    assertEquals("another device asks for the key", 200, comes(device(2), ticket).status());
    site.gateway.apply(site.grant("g", Site.KEY, 2, true));
    assertEquals("a grant that is over renews nothing", 200, comes(device(1), ticket).status());
  }

  @Test
  public void threeDevicesOfOnePersonAndNoFourth() {
    for (int n = 1; n <= Leases.DEVICES; n++) {
      enters(n);
    }
    assertEquals("one session", 1, site.gateway.sessions().size());
    assertEquals(List.of(Kind.START), kinds());
    assertEquals(403, site.post("gw", device(4), "key=" + Site.KEY).status());
  }

  @Test
  public void tenWrongKeysOfADeviceInAMinuteAndNoEleventh() {
    site.knows(site.grant("g", Site.KEY, 1, false));
    for (int n = 0; n < Tries.OF_ONE; n++) {
      assertEquals(403, site.post("gw", device(1), "key=wrong").status());
    }
    assertEquals(
        "not even the right one", 429, site.post("gw", device(1), "key=" + Site.KEY).status());
    assertEquals("another device", 303, site.post("gw", device(2), "key=" + Site.KEY).status());
    site.clock.advance(Duration.ofMinutes(1));
    assertEquals(303, site.post("gw", device(1), "key=" + Site.KEY).status());
  }

  @Test
  public void sixHundredWrongKeysAtAPortalInAMinute() {
    site.knows(site.grant("g", Site.KEY, 1, false));
    for (int n = 0; n < Tries.OF_ALL; n++) {
      site.post("gw", device(n / 5), "key=wrong");
    }
    assertEquals(429, site.post("gw", device(200), "key=" + Site.KEY).status());
  }

  @Test
  public void everyPageIsSmallAndCannotFetchOrRunAnything() {
    var said = site.get("gw", device(1));
    assertEquals(200, said.status());
    var size = said.body().getBytes(StandardCharsets.UTF_8).length;
    assertTrue(size + " bytes", size < 8 * 1024);
    assertFalse(said.body(), said.body().contains("<script") || said.body().contains("src="));
    assertTrue(said.body().contains("lang=\"nl\""));
    var policy = said.headers().get("Content-Security-Policy");
    assertTrue(policy, policy.startsWith("default-src 'none'; style-src 'sha256-"));
    assertEquals("no-store", said.headers().get("Cache-Control"));
  }

  @Test
  public void whatABoxWouldNeverSendIsShownToNobodyAsItIs() {
    var query = new HashMap<>(device(1));
    query.put("x\"><script>", "\"'><img>{style}");
    var said = site.get("gw", query).body();
    assertFalse(said, said.contains("<script>") || said.contains("<img>"));
  }

  @Test
  public void whoeverComesWithoutABoxIsToldToJoinAndNothingElse() {
    assertEquals(200, site.get("gw", Map.of()).status());
    assertEquals(200, site.post("gw", Map.of("fas", "%%%"), "key=" + Site.KEY).status());
    assertEquals(404, site.get("nowhere", Map.of()).status());
    assertEquals(404, site.get("gw/box", Map.of()).status());
    assertTrue(site.get("gw/agent", Map.of()).body().startsWith("#!/bin/sh"));
    assertEquals(List.of(), kinds());
  }

  @Test
  public void allThreeLanguagesSayTheSameThings() {
    var texts = new Texts();
    for (var language : Texts.LANGUAGES) {
      assertEquals(texts.in("en").keySet(), texts.in(language).keySet());
    }
    assertNotEquals(texts.in("nl").get("login.title"), texts.in("fr").get("login.title"));
  }

  @Test
  public void rfc8908_tellsADeviceWhetherItMayPassAndForHowLong() {
    var before = site.get("gw/api", Map.of());
    assertEquals("application/captive+json", before.type());
    assertEquals(
        "{\"captive\":true,\"user-portal-url\":\"https://escale.example/portal/gw/start\","
            + "\"venue-info-url\":\"https://escale.example/\"}",
        before.body());
    enters(1);
    site.clock.advance(Duration.ofMinutes(1));
    assertEquals(
        "{\"captive\":false,\"can-extend-session\":true,\"seconds-remaining\":7140,"
            + "\"user-portal-url\":\"https://escale.example/portal/gw/start\","
            + "\"venue-info-url\":\"https://escale.example/\"}",
        site.get("gw/api", Map.of()).body());
  }

  /** The n-th device gives the key, and the box sends it back to us; its ticket. */
  private String enters(int n) {
    site.knows(site.grant("g", Site.KEY, 1, false));
    var said = site.post("gw", device(n), "key=" + Site.KEY);
    assertEquals(303, said.status());
    var to = said.headers().get("Location");
    var ticket = to.substring(to.length() - 32);
    assertEquals(200, site.get("gw/in/" + ticket, Map.of()).status());
    return ticket;
  }

  private Say comes(Map<String, String> query, String ticket) {
    var from = new Ask.Sender("198.18.1.10", "", "", ticket);
    return site.door.answer(new Ask("GET", List.of("gw"), query, "", from));
  }

  /** What openNDS says of the n-th device. */
  private static Map<String, String> device(int n) {
    var said =
        "hid=%064x, clientip=198.18.1.10, clientmac=02:00:00:00:00:%02x, gatewayaddress=evil:1"
            .formatted(n, n);
    return Map.of("fas", Base64.getEncoder().encodeToString(said.getBytes(StandardCharsets.UTF_8)));
  }

  private List<Kind> kinds() {
    return site.told.stream().map(e -> e.kind()).toList();
  }
}
