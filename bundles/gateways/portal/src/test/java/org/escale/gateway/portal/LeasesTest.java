package org.escale.gateway.portal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.access.GrantId;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.junit.Test;

/** Which devices pass, and under which grant (laws S1, S6). */
public class LeasesTest extends LeaseRoom {
  @Test
  public void s1_onlyAGrantOfThisCentreThatCountsLetsAnybodyIn() {
    assertEquals("never told", Optional.empty(), leases.open(G, device(1)));
    learn("g", 1, EIGHT.plus(HALF_AN_HOUR), "elsewhere", false);
    assertFalse(leases.allows(G));
    learn("g", 2, EIGHT.plus(HALF_AN_HOUR), "here", false);
    var ticket = leases.open(G, device(1)).orElseThrow().ticket();
    assertTrue(leases.holder(ticket).isPresent());
    learn("g", 3, EIGHT.plus(HALF_AN_HOUR), "here", true);
    learn("g", 2, EIGHT.plus(HALF_AN_HOUR), "here", false);
    assertEquals("taken away", Optional.empty(), leases.open(G, device(1)));
    assertEquals(Optional.empty(), leases.holder(ticket));
    assertEquals(Optional.empty(), leases.grant(G));
  }

  @Test
  public void threeDevicesAndEachMayComeAgain() {
    lasts(Duration.ofHours(2));
    for (int again = 0; again < 2; again++) {
      for (int n = 1; n <= Leases.DEVICES; n++) {
        assertTrue(leases.open(G, device(n)).isPresent());
      }
    }
    assertEquals(Optional.empty(), leases.open(G, device(4)));
  }

  @Test
  public void s6_whileTheHubKeepsNothingNobodyMoreIsTakenOn() {
    lasts(Duration.ofHours(2));
    var lease = leases.open(G, device(1)).orElseThrow();
    for (int n = 0; n < Events.MOST; n++) {
      events.add(Kind.ALIVE, lease, EIGHT);
    }
    assertEquals(Optional.empty(), leases.open(G, device(2)));
    events.kept(events.next().get(0).sequence());
    assertTrue(leases.open(G, device(2)).isPresent());
  }

  @Test
  public void s6_aDeviceThatComesUnderAnotherGrantLeavesTheFirst() {
    lasts(Duration.ofHours(2));
    learn("h", 1, EIGHT.plus(Duration.ofHours(2)), "here", false);
    passes(1);
    assertTrue(leases.open(new GrantId("h"), device(1)).isPresent());
    assertEquals(List.of(Kind.START, Kind.STOP), kinds());
    assertEquals(List.of(), leases.live());
  }

  @Test
  public void s6_theSessionEndsWithTheLastDeviceAndOnlyIfOnePassed() {
    lasts(Duration.ofHours(2));
    assertTrue(leases.open(G, device(3)).isPresent());
    leases.gone(mac(3), EIGHT);
    assertEquals("it never passed", List.of(), kinds());
    passes(1);
    passes(2);
    leases.gone(mac(1), EIGHT);
    assertEquals(List.of(Kind.START), kinds());
    leases.gone(mac(2), EIGHT);
    assertEquals(List.of(Kind.START, Kind.STOP), kinds());
  }

  @Test
  public void s6_whoStaysIsAliveEachMinuteAndNotAfterTheEnd() {
    lasts(Duration.ofHours(2));
    passes(1);
    clock.advance(Leases.HEARTBEAT.minusSeconds(1));
    leases.passes(mac(1), false);
    assertEquals(List.of(Kind.START), kinds());
    clock.advance(Duration.ofSeconds(1));
    leases.passes(mac(1), false);
    assertEquals(List.of(Kind.START, Kind.ALIVE), kinds());
    learn("g", 2, EIGHT.plus(Duration.ofHours(2)), "here", true);
    clock.advance(Leases.HEARTBEAT);
    leases.passes(mac(1), false);
    assertEquals(List.of(Kind.START, Kind.ALIVE), kinds());
  }

  @Test
  public void s6_whoCameBackToUsIsMissedTwiceInARowBeforeGone() {
    leases = leases("opennds-1", true);
    lasts(Duration.ofHours(2));
    passes(1);
    leases.looked(Set.of());
    leases.looked(Set.of(mac(1)));
    leases.looked(Set.of());
    assertEquals(1, leases.live().size());
    leases.looked(Set.of());
    assertEquals(0, leases.live().size());
  }

  @Test
  public void s1_aDeviceKeepsItsTicketWhileItsGrantLasts() {
    lasts(Duration.ofHours(2));
    var first = passes(1).ticket();
    clock.advance(Duration.ofMinutes(31));
    leases.pulse();
    assertEquals(first, leases.open(G, device(1)).orElseThrow().ticket());
  }
}
