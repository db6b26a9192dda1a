package org.escale.gateway.portal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.escale.libraries.boxfiles.DeviceNetwork;
import org.escale.libraries.boxfiles.DeviceNetwork.Login;
import org.escale.libraries.boxfiles.DeviceNetwork.Proof;
import org.escale.libraries.boxfiles.DeviceTunnel;
import org.escale.spi.gateway.GatewayException;
import org.escale.tck.machine.WifiCode;
import org.junit.Rule;
import org.junit.Test;

/**
 * A device that was never there and is on no network: from the scan, which joins it, by the page
 * and the key to the first answer of a server beyond. A person who types the key takes longer.
 */
public class ScanTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @Rule public final LeaseBench bench = new LeaseBench();

  @Test
  public void oneScanAndTheKeyAreAnsweredWithinFiveSeconds() throws GatewayException {
    bench.hub = new HubServer(HubServer.plain(), bench.driver);
    bench.centre = Centre.up(1, bench.hub.port(), Map.of());
    bench.centre.agent(bench.url("http") + "/portal/" + Centre.GATEWAY);
    bench.open("http", Map.of("box", "opennds-1", "agent", "true"));
    bench.checksIn();
    bench.centre.leavesTheAir();
    assertFalse("it passes before the scan", bench.centre.reaches());
    assertEquals("it was there before", 0, bench.gateway.sessions().size());
    var login = new Login("p", LeaseBench.KEY, Instant.now().plusSeconds(60));
    var network = new DeviceNetwork("Hall", Proof.PORTAL, new DeviceTunnel("", "none", ""));
    var scan = System.nanoTime();
    var code = WifiCode.read(network.scan(login));
    assertEquals(Map.of("T", "nopass", "S", "Hall"), code.fields());
    bench.centre.joins();
    var page = bench.centre.sentTo();
    var shown = LeaseBench.since(scan);
    assertTrue(page, page.startsWith(bench.url("http") + "/portal/" + Centre.GATEWAY));
    bench.centre.brings(LeaseBench.KEY);
    LeaseBench.await(Duration.ofSeconds(20), bench.centre::reaches);
    var took = LeaseBench.since(scan);
    System.out.printf(
        "portal: sent to the page after %d ms, first answer after %d ms%n",
        shown.toMillis(), took.toMillis());
    assertTrue("after " + took, took.compareTo(LIMIT) <= 0);
  }
}
