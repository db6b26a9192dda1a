package org.escale.gateway.portal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.junit.Test;

/** Until when devices pass, and since when one is gone (laws S3, S4). */
public class LeaseEndsTest extends LeaseRoom {
  @Test
  public void s4_whatTheBoxIsToldAtLevelThreeEndsWithTheGrant() {
    leases = leases("opennds-3", false);
    lasts(Duration.ofMinutes(10));
    assertEquals(EIGHT.plusSeconds(600), leases.open(G, device(1)).orElseThrow().end());
    leases = leases("opennds-1", false);
    lasts(Duration.ofMinutes(10));
    assertEquals(EIGHT.plus(HALF_AN_HOUR), leases.open(G, device(1)).orElseThrow().end());
  }

  @Test
  public void s4_nobodyIsBilledBeyondTheEndOfTheGrant() {
    leases = leases("opennds-1", true);
    lasts(Duration.ofMinutes(10));
    passes(1);
    clock.advance(Duration.ofMinutes(12));
    leases.pulse();
    assertEquals("the agent says who is gone", 1, leases.live().size());
    leases.gone(mac(1), clock.instant());
    assertEquals(EIGHT.plusSeconds(600), last().at());
  }

  @Test
  public void s3_whileTheHubWasAwayTheAgentKeptAliveWhoIsThere() {
    leases = leases("opennds-1", true);
    lasts(Duration.ofHours(2));
    passes(1);
    clock.advance(Duration.ofMinutes(31));
    assertEquals(1, leases.live().size());
  }

  @Test
  public void s3_aLeaseThatNobodyRenewsEndsWhenItWasToEnd() {
    lasts(Duration.ofHours(2));
    passes(1);
    clock.advance(Duration.ofMinutes(40));
    leases.pulse();
    assertEquals(EIGHT.plus(HALF_AN_HOUR), last().at());
    assertEquals(Kind.STOP, last().kind());
  }

  @Test
  public void s3_atLevelThreeTheBoxHasNinetySecondsToSayWhatBecameOfIt() {
    leases = leases("opennds-3", false);
    lasts(Duration.ofHours(2));
    passes(1);
    clock.advance(HALF_AN_HOUR.plus(Leases.HEARSAY).minusSeconds(1));
    assertEquals(1, leases.live().size());
    clock.advance(Duration.ofSeconds(1));
    assertEquals(0, leases.live().size());
    assertEquals(EIGHT.plus(HALF_AN_HOUR), last().at());
  }

  @Test
  public void s3_whomTheBoxMissesIsGoneNowAndWhomTheAgentMissesSinceItToldOfIt() {
    for (var agent : List.of(true, false)) {
      leases = leases(agent ? "opennds-1" : "opennds-3", agent);
      lasts(Duration.ofHours(2));
      assertTrue(leases.open(G, device(1)).isPresent());
      leases.passes(mac(1), true);
      var seen = clock.instant();
      clock.advance(Duration.ofSeconds(20));
      leases.looked(Set.of());
      assertEquals(agent ? seen : clock.instant(), last().at());
    }
  }

  @Test
  public void s4_theBoxIsToldAnotherEndOnlyWhereItMatters() {
    lasts(Duration.ofHours(2));
    var lease = passes(1);
    assertFalse(leases.wantsAnotherEnd(lease));
    learn("g", 2, EIGHT.plus(Duration.ofMinutes(10)), "here", false);
    assertTrue("the grant became shorter", leases.wantsAnotherEnd(lease));
    clock.advance(Duration.ofMinutes(9).plusSeconds(15));
    assertTrue(leases.worthAnother(G));
    clock.advance(Duration.ofSeconds(1));
    assertFalse("44 s are not worth it", leases.worthAnother(G));
  }
}
