package org.escale.gateway.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.escale.access.GrantId;
import org.junit.After;
import org.junit.Test;

/** What a person is shown, and in which language; what a device may ask of itself. */
public class LoginTest {
  private static final GrantId G = new GrantId("g");
  private static final Map<String, String> DEVICE = device("ab".repeat(32), "198.18.1.10");

  private final Site site = new Site(Map.of());

  @After
  public void close() {
    site.close();
  }

  @Test
  public void s1_theKeyOfAGrantThatIsOverIsAWrongOne() {
    site.knows(site.grant("g", Site.KEY, 1, true));
    var said = site.post("gw", DEVICE, "key=" + Site.KEY);
    assertEquals(403, said.status());
    var wrong = site.post("gw", DEVICE, "key=wrong");
    assertEquals("nobody learns that it was one", wrong.body(), said.body());
    for (int n = 2; n < Tries.OF_ONE; n++) {
      site.post("gw", DEVICE, "key=" + Site.KEY);
    }
    assertEquals(429, site.post("gw", DEVICE, "key=" + Site.KEY).status());
  }

  @Test
  public void aKeyLongerThanAnyIsNotEvenLookedAt() {
    var longest = "k".repeat(Keys.LONGEST);
    site.knows(site.grant("g", longest, 1, false));
    site.knows(site.grant("h", longest + "k", 1, false));
    assertEquals(403, site.post("gw", DEVICE, "key=" + longest + "k").status());
    assertEquals(303, site.post("gw", DEVICE, "key=" + longest).status());
  }

  @Test
  public void aMinuteLaterThePortalLooksAtKeysAgain() {
    site.knows(site.grant("g", Site.KEY, 1, false));
    for (int n = 0; n < Tries.OF_ALL; n++) {
      site.gateway.tries().missed("device " + n);
    }
    site.clock.advance(Duration.ofMinutes(1).minusSeconds(1));
    assertEquals(429, site.post("gw", DEVICE, "key=" + Site.KEY).status());
    site.clock.advance(Duration.ofSeconds(1));
    assertEquals(303, site.post("gw", DEVICE, "key=" + Site.KEY).status());
  }

  @Test
  public void whoPassesAlreadyIsToldSo() {
    for (var query :
        List.of(
            Map.of("status", "authenticated"),
            Map.of("res", "success"),
            Map.of("res", "already"))) {
      assertTrue(site.get("gw", query).body().contains("/opennds_deny/"));
    }
    assertFalse(site.get("gw", Map.of("res", "notyet")).body().contains("/opennds_deny/"));
  }

  @Test
  public void s1_theCookieTravelsInTheOpenOnlyWhereAllElseDoes() {
    site.knows(site.grant("g", Site.KEY, 1, false));
    var cookie = site.post("gw", DEVICE, "key=" + Site.KEY).headers().get("Set-Cookie");
    assertTrue(cookie, cookie.endsWith("; Max-Age=7200; HttpOnly; SameSite=Lax; Secure"));
    try (var plain = new Site(Map.of("url", "http://hub.example"))) {
      plain.knows(plain.grant("g", Site.KEY, 1, false));
      var open = plain.post("gw", DEVICE, "key=" + Site.KEY).headers().get("Set-Cookie");
      assertTrue(open, open.endsWith("; SameSite=Lax"));
    }
  }

  @Test
  public void thePageSpeaksAsItIsAskedTo() {
    assertTrue("the browser's", page(Map.of()).contains("<html lang=\"nl\""));
    assertTrue("the address's", page(Map.of("lang", "en")).contains("<html lang=\"en\""));
    assertTrue("none of ours", page(Map.of("lang", "de")).contains("<html lang=\"nl\""));
  }

  @Test
  public void nobodyShowsThePageWithinAnother() {
    assertEquals("DENY", site.get("gw", DEVICE).headers().get("X-Frame-Options"));
  }

  @Test
  public void rfc8908_aDeviceIsToldOfItselfOnly() {
    site.knows(site.grant("g", Site.KEY, 1, false));
    assertTrue(site.gateway.leases().open(G, new Arrival(Site.MAC, "198.18.1.9", "x")).isPresent());
    var ticket = site.gateway.leases().all().get(0).ticket();
    assertTrue("not in yet", captive("gw/api/" + ticket));
    site.gateway.leases().passes(Site.MAC, false);
    assertFalse(captive("gw/api/" + ticket));
    assertTrue("another ticket", captive("gw/api/other"));
    assertTrue("another address", captive("gw/api"));
    site.gateway.apply(site.grant("g", Site.KEY, 2, true));
    assertTrue("its grant is over", captive("gw/api/" + ticket));
  }

  @Test
  public void whatNoBoxWouldSayOfADeviceIsNotBelieved() {
    var box = new OpenNds(site.gateway.settings());
    assertTrue(box.arrival(DEVICE).isPresent());
    for (var hid : List.of("", "ab", "x".repeat(64), "ab".repeat(65))) {
      assertTrue(hid, box.arrival(device(hid, "198.18.1.10")).isEmpty());
    }
    for (var ip : List.of("", "host name", "1".repeat(46))) {
      assertTrue(ip, box.arrival(device("ab".repeat(32), ip)).isEmpty());
    }
    var chilli = new Chilli(site.gateway.settings());
    var good = Map.of("challenge", "ab".repeat(16), "mac", Site.MAC, "ip", "10.1.0.2");
    assertTrue(chilli.arrival(good).isPresent());
    for (var bad : List.of(Map.of("challenge", "short"), Map.of("ip", "no ip"))) {
      var query = new HashMap<>(good);
      query.putAll(bad);
      assertTrue(bad.toString(), chilli.arrival(query).isEmpty());
    }
  }

  @Test
  public void aPlusSignThatBecameASpaceIsReadAsOne() {
    var said = "hid=" + "ab".repeat(32) + ", clientip=198.18.1.10, clientmac=" + Site.MAC + ", x=";
    for (var end : List.of("~~~", "~~~~", "~~~~~", ">>>", "???")) {
      var fas = Base64.getEncoder().encodeToString((said + end).getBytes(UTF_8));
      var query = Map.of("fas", fas.replace('+', ' '));
      assertTrue(fas, new OpenNds(site.gateway.settings()).arrival(query).isPresent());
    }
  }

  private boolean captive(String path) {
    return site.get(path, Map.of()).body().contains("\"captive\":true");
  }

  private String page(Map<String, String> more) {
    var query = new HashMap<>(DEVICE);
    query.putAll(more);
    return site.get("gw", query).body();
  }

  /** What openNDS says of a device. */
  static Map<String, String> device(String hid, String ip) {
    var said = "hid=" + hid + ", clientip=" + ip + ", clientmac=" + Site.MAC;
    return Map.of("fas", Base64.getEncoder().encodeToString(said.getBytes(UTF_8)));
  }
}
