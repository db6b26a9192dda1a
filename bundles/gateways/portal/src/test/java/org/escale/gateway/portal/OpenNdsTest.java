package org.escale.gateway.portal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.escale.spi.gateway.GatewayException;
import org.junit.Rule;
import org.junit.Test;

/**
 * A real openNDS with our agent: cut soon after a check-out, leases of one minute go on, who went
 * is told.
 */
public class OpenNdsTest {
  @Rule public final LeaseBench bench = new LeaseBench();

  @Test
  public void s1_withTheAgentACheckOutCutsWithinFiveSecondsAndALeaseGoesOn()
      throws GatewayException {
    bench.hub = new HubServer(HubServer.plain(), bench.driver);
    bench.centre = Centre.up(1, bench.hub.port(), Map.of("MINUTES", "1"));
    bench.centre.agent(bench.url("http") + "/portal/" + Centre.GATEWAY);
    bench.open("http", Map.of("box", "opennds-1", "agent", "true"));
    bench.enters();
    bench.staysBeyondItsLease();
    assertEquals(List.of(Kind.START), bench.told.kinds(Kind.ALIVE));
    var cut = bench.checkedOut(Duration.ofSeconds(20));
    assertTrue("cut after " + cut, cut.compareTo(Duration.ofSeconds(5)) <= 0);
    LeaseBench.says("level 1 with the agent", cut);
    assertFalse(
        "a key in an address", String.join(" ", bench.hub.addresses()).contains(LeaseBench.KEY));
  }

  @Test
  public void s3_whoWentWhileTheHubWasAwayIsToldWhenItIsBack() throws GatewayException {
    bench.hub = new HubServer(HubServer.plain(), bench.driver);
    bench.centre = Centre.up(1, bench.hub.port(), Map.of("MINUTES", "1"));
    bench.centre.agent(bench.url("http") + "/portal/" + Centre.GATEWAY);
    bench.open("http", Map.of("box", "opennds-1", "agent", "true"));
    bench.enters();
    LeaseBench.await(Duration.ofSeconds(20), () -> !bench.told.attached().isEmpty());
    bench.gateway.close();
    var away = Instant.now();
    LeaseBench.await(Duration.ofSeconds(20), this::isPutOut);
    bench.open("http", Map.of("box", "opennds-1", "agent", "true"));
    LeaseBench.await(
        Duration.ofSeconds(20), () -> bench.told.kinds(Kind.ALIVE).contains(Kind.STOP));
    assertEquals(List.of(Kind.START, Kind.STOP), bench.told.kinds(Kind.ALIVE));
    assertFalse("seen after it was away", bench.told.last().at().isAfter(away));
    assertEquals(List.of(), bench.gateway.sessions());
  }

  /** Again and again: ndsctl serves one at a time, and the agent asks as well. */
  private boolean isPutOut() {
    bench.centre.box("ndsctl", "deauth", Centre.PHONE);
    return !bench.centre.reaches();
  }
}
