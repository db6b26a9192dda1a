package org.escale.gateway.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.escale.access.GrantId;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** A box of level 3: it encrypts who comes, asks whom to let in, and says who went. */
public class LevelThreeTest {
  private static final String HANDLE = new Handle(new GrantId("g"), Site.MAC).text(Site.SECRET);
  private static final String SAID =
      "hid=" + "ab".repeat(32) + ", clientip=198.18.1.10, clientmac=" + Site.MAC;
  private static final String IV = "0123456789abcdef";
  private static final String TIMEOUT =
      "method=timeout_deauth, clientmac=" + Site.MAC + ", custom=" + HANDLE;

  private final Site site = new Site(Map.of("box", "opennds-3", "name", "hall"));
  private Instant eight;

  @Before
  public void aGrant() {
    site.knows(site.grant("g", Site.KEY, 1, false));
    eight = site.clock.instant();
  }

  @After
  public void close() {
    site.close();
  }

  @Test
  public void s1_aKeyWaitsForTheBoxAndThePageSaysSoUntilItLetIn() throws Exception {
    var said = site.post("gw", fas(IV), "key=" + Site.KEY);
    assertEquals(303, said.status());
    var in = said.headers().get("Location").replace("https://escale.example/portal/", "");
    assertTrue(site.gateway.waiting().holds(Site.MAC));
    assertTrue(site.get(in, Map.of()).body().contains("http-equiv=\"refresh\""));
    assertEquals("coming back proves nothing", List.of(), site.gateway.sessions());
    var name = new OpenNds(site.gateway.settings()).token(device());
    assertEquals(200, site.boxSays("view", "* " + name).status());
    assertFalse(site.get(in, Map.of()).body().contains("http-equiv=\"refresh\""));
    assertEquals(1, site.gateway.sessions().size());
  }

  @Test
  public void whatNoBoxEncryptedIsNobody() throws Exception {
    assertTrue(box().arrival(fas(IV)).isPresent());
    assertFalse(box().arrival(Map.of("fas", fas(IV).get("fas"))).isPresent());
    assertFalse(box().arrival(Map.of("fas", fas(IV).get("fas"), "iv", "short")).isPresent());
    var other = Map.of("fas", fas(IV).get("fas"), "iv", "fedcba9876543210");
    assertFalse(box().arrival(other).isPresent());
    assertFalse(box().arrival(Map.of("fas", "%%%", "iv", IV)).isPresent());
  }

  @Test
  public void onlyThatBoxAndOnlyAtLevelThreeIsHeard() {
    assertEquals(403, site.boxSays("other", "view", "none").status());
    assertFalse(site.gateway.health().up());
    assertTrue(site.gateway.health().text().startsWith("the box was not heard for "));
    assertEquals(200, site.boxSays("view", "none").status());
    assertTrue(site.gateway.health().up());
    try (var one = new Site(Map.of("name", "hall"))) {
      assertEquals(403, one.boxSays("view", "none").status());
    }
  }

  @Test
  public void s3_aBoxThatBeganAnewLetsNobodyIn() {
    letIn();
    site.gateway.waiting().add("x", new Waiting.Entry("02:00:00:00:00:02", "x"));
    assertEquals(200, site.boxSays("clear", "").status());
    assertEquals("*", site.boxSays("view", "none").body());
    assertEquals(List.of(), site.gateway.sessions());
  }

  @Test
  public void s4_aLeaseCountsFromWhenTheBoxLetIn() {
    site.gateway.leases().open(new GrantId("g"), device()).ifPresent(this::waits);
    site.clock.advance(Duration.ofMinutes(5));
    site.boxSays("view", "* name");
    var lease = site.gateway.leases().all().get(0);
    assertEquals(eight.plus(Duration.ofMinutes(35)), lease.end());
  }

  @Test
  public void whoseLeaseRanOutIsLetInAgainWhileTheGrantIsWorthIt() {
    letIn();
    site.clock.advance(Duration.ofMinutes(30));
    site.boxSays("deauthed", TIMEOUT);
    assertTrue(site.gateway.waiting().holds(Site.MAC));
    assertEquals(1, site.gateway.sessions().size());
    assertEquals(List.of(Kind.START), kinds());
    site.boxSays("view", "* " + Site.MAC);
    site.gateway.apply(site.grant("g", Site.KEY, 2, true));
    site.boxSays("deauthed", TIMEOUT);
    assertEquals(List.of(Kind.START, Kind.ALIVE, Kind.STOP), kinds());
    assertFalse(site.gateway.waiting().holds(Site.MAC));
    assertEquals("and again", 200, site.boxSays("deauthed", TIMEOUT).status());
    site.gateway.apply(site.grant("g", Site.KEY, 3, false));
    assertEquals("whom nobody knows", 200, site.boxSays("deauthed", TIMEOUT).status());
    assertFalse(site.gateway.waiting().holds(Site.MAC));
  }

  @Test
  public void whatIsNoBase64IsAsIfNothingWasSaid() {
    var form = "auth_get=deauthed&gatewayhash=" + Digests.sha256("hall") + "&payload=%21";
    assertEquals(200, site.post("gw", Map.of(), form).status());
  }

  private void letIn() {
    site.gateway.leases().open(new GrantId("g"), device()).ifPresent(this::waits);
    site.boxSays("view", "* name");
    assertEquals(1, site.gateway.sessions().size());
  }

  private void waits(Lease lease) {
    site.gateway.waiting().add("name", Authmon.line(site.gateway, lease, "name"));
  }

  private OpenNds box() {
    return new OpenNds(site.gateway.settings());
  }

  private static Arrival device() {
    return new Arrival(Site.MAC, "198.18.1.10", "ab".repeat(32));
  }

  /** As openNDS encrypts, and writes no plus sign as a query should. */
  private static Map<String, String> fas(String iv) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    var key = Arrays.copyOf(Site.SECRET.getBytes(UTF_8), 32);
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(key, "AES"),
        new IvParameterSpec(iv.getBytes(UTF_8)));
    var once = Base64.getEncoder().encode(cipher.doFinal(SAID.getBytes(UTF_8)));
    return Map.of("fas", Base64.getEncoder().encodeToString(once), "iv", iv);
  }

  private List<Kind> kinds() {
    return site.told.stream().map(e -> e.kind()).toList();
  }
}
