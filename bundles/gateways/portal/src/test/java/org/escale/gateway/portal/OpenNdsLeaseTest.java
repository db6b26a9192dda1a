package org.escale.gateway.portal;

import java.time.Duration;
import java.util.Map;
import org.escale.spi.gateway.GatewayException;
import org.junit.Rule;
import org.junit.Test;

/**
 * A real openNDS that nobody can tell to cut: a check-out cuts at the end of the lease, of one
 * minute.
 */
public class OpenNdsLeaseTest {
  @Rule public final LeaseBench bench = new LeaseBench();

  @Test
  public void s1_withoutTheAgentACheckOutCutsAtTheEndOfTheLease() throws GatewayException {
    bench.hub = new HubServer(HubServer.plain(), bench.driver);
    bench.centre = Centre.up(1, bench.hub.port(), Map.of("MINUTES", "1"));
    bench.open("http", Map.of("box", "opennds-1"));
    bench.enters();
    var cut = bench.checkedOut(Duration.ofSeconds(80));
    LeaseBench.says("level 1 without the agent, lease PT1M", cut);
  }
}
