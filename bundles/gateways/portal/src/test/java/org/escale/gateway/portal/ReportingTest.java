package org.escale.gateway.portal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.escale.access.GatewayId;
import org.escale.access.GrantId;
import org.escale.spi.gateway.Attachment;
import org.escale.spi.gateway.GatewayAnswer;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.junit.After;
import org.junit.Test;

/** What a portal tells the hub of itself and of whom it saw (laws S3, S6). */
public class ReportingTest {
  private static final GrantId G = new GrantId("g");
  private static final Arrival DEVICE = new Arrival(Site.MAC, "198.18.1.10", "ab".repeat(32));

  private final Site site = new Site(Map.of());

  @After
  public void close() {
    site.close();
  }

  @Test
  public void s6_whatTheHubCannotKeepIsToldLaterWholeAndInOrder() {
    comesAndGoes(300);
    assertFalse(site.gateway.report());
    assertEquals(List.of(), site.told);
    site.away = false;
    assertTrue(site.gateway.report());
    assertEquals("more than one batch", 600, site.told.size());
    var numbers = site.told.stream().map(GatewayEvent::sequence).toList();
    assertEquals(numbers.stream().sorted().distinct().toList(), numbers);
  }

  @Test
  public void s6_aBatchHasFiveHundredAtMost() {
    comesAndGoes(300);
    site.away = false;
    site.gateway.report();
    assertEquals(500, site.most);
  }

  @Test
  public void s3_timeAloneEndsALeaseAndItIsToldWithoutBeingAsked() {
    passes();
    site.gateway.report();
    site.clock.advance(Duration.ofMinutes(31));
    await(() -> site.told.size() == 2);
    assertEquals(Kind.STOP, site.told.get(1).kind());
  }

  @Test
  public void s6_numbersGoOnAboveThoseBeforeARestart() {
    passes();
    site.gateway.report();
    var before = site.told.get(0).sequence();
    site.gateway.close();
    site.clock.advance(Duration.ofSeconds(1));
    site.open();
    passes();
    site.gateway.report();
    assertTrue(site.told.get(1).sequence() > before);
  }

  @Test
  public void s3_onlyWhoPassedHereIsStillHereAfterARestart() {
    site.knows(site.grant("g", Site.KEY, 1, false));
    site.told.add(seen("other", Duration.ZERO));
    site.open();
    assertEquals(List.of(), site.gateway.sessions());
    site.told.add(seen("gw", Duration.ofHours(1)));
    site.open();
    var session = site.gateway.sessions().get(0);
    assertEquals("nobody was seen in the future", site.clock.instant(), session.lastSeen());
  }

  @Test
  public void anAddressThatIsNoneIsNotTold() {
    var device = new Arrival(Site.MAC, "1".repeat(46), "ab".repeat(32));
    site.knows(site.grant("g", Site.KEY, 1, false));
    assertTrue(site.gateway.leases().open(G, device).isPresent());
    site.gateway.leases().passes(Site.MAC, true);
    site.gateway.leases().passes(Site.MAC, true);
    site.gateway.leases().gone(Site.MAC, site.clock.instant());
    site.gateway.report();
    var known = site.told.stream().flatMap(e -> e.attachment().stream()).toList();
    assertFalse(known.isEmpty());
    known.forEach(how -> assertEquals("", how.handle()));
  }

  @Test
  public void whoMayStayIsNotBeingCut() {
    passes();
    assertEquals(GatewayAnswer.APPLIED, site.gateway.apply(site.grant("g", Site.KEY, 2, false)));
    assertEquals(GatewayAnswer.CUTTING, site.gateway.apply(site.grant("g", Site.KEY, 3, true)));
  }

  @Test
  public void whatIsClosedSaysSoAndAppliesNothing() {
    assertTrue(site.gateway.health().up());
    site.gateway.close();
    assertEquals("closed", site.gateway.health().text());
    assertFalse(site.gateway.health().up());
    var again = site.gateway.apply(site.grant("g", Site.KEY, 1, false));
    assertEquals(GatewayAnswer.UNREACHABLE, again);
    assertEquals(404, site.get("gw", Map.of()).status());
  }

  @Test
  public void openedAgainItClosesTheFirst() {
    var first = site.gateway;
    site.open();
    assertTrue(first.closed());
    assertEquals(200, site.get("gw", Map.of()).status());
  }

  private void passes() {
    site.knows(site.grant("g", Site.KEY, 1, false));
    assertTrue(site.gateway.leases().open(G, DEVICE).isPresent());
    site.gateway.leases().passes(Site.MAC, false);
  }

  /** While the hub keeps nothing. */
  private void comesAndGoes(int times) {
    site.away = true;
    for (int n = 0; n < times; n++) {
      passes();
      site.gateway.leases().gone(Site.MAC, site.clock.instant());
    }
  }

  private GatewayEvent seen(String gateway, Duration later) {
    var id = new GatewayId(gateway);
    var how = new Attachment(id, Site.MAC.replace(":", ""), "198.18.1.10");
    return new GatewayEvent(
        id, 1, Kind.START, G, site.clock.instant().plus(later), Optional.of(how));
  }

  private static void await(BooleanSupplier what) {
    long limit = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!what.getAsBoolean()) {
      assertTrue("not within 20 s", System.nanoTime() < limit);
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }
}
