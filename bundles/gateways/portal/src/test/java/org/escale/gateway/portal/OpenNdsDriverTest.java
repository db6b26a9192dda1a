package org.escale.gateway.portal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.escale.access.GatewayId;
import org.escale.federation.CentreId;
import org.escale.spi.gateway.Gateway;
import org.escale.spi.gateway.GatewayConfig;
import org.escale.spi.gateway.GatewayDriver;
import org.escale.spi.gateway.GatewayException;
import org.escale.spi.gateway.GatewayHost;
import org.escale.tck.HandClock;
import org.escale.tck.gateway.GatewayDriverContract;
import org.escale.tck.gateway.GatewayLab;
import org.junit.AfterClass;

/** The driver's contract with a real openNDS 9.10 at level 1 and our agent on the box. */
public class OpenNdsDriverTest extends GatewayDriverContract {
  private static Bench bench;

  @Override
  protected GatewayLab lab(HandClock clock) {
    var driver = new PortalDriver(clock);
    var hub = new HubServer(HubServer.plain(), driver);
    var centre = Centre.up(1, hub.port(), Map.of());
    var url = "http://" + Centre.HUB + ":" + hub.port();
    centre.agent(url + "/portal/" + Centre.GATEWAY);
    bench = new Bench(new Heard(driver), hub, centre, url);
    return bench;
  }

  @AfterClass
  public static void down() {
    bench.centre().close();
    bench.hub().close();
  }

  /**
   * The driver, whose gateway is handed over once its box was heard: a busy machine starts late.
   */
  private record Heard(GatewayDriver driver) implements GatewayDriver {
    @Override
    public String kind() {
      return driver.kind();
    }

    @Override
    public void check(Map<String, String> settings) throws GatewayException {
      driver.check(settings);
    }

    @Override
    public Gateway open(GatewayConfig config, GatewayHost host) throws GatewayException {
      var gateway = driver.open(config, host);
      if (config.id().value().equals(Centre.GATEWAY)) {
        LeaseBench.await(Duration.ofSeconds(30), () -> gateway.health().up());
      }
      return gateway;
    }
  }

  private record Bench(GatewayDriver driver, HubServer hub, Centre centre, String url)
      implements GatewayLab {
    @Override
    public GatewayConfig config() {
      return config(Centre.GATEWAY, Centre.SECRET);
    }

    @Override
    public GatewayConfig broken() {
      return config("gw-broken", "short");
    }

    @Override
    public GatewayConfig silent() {
      return config("gw-silent", Centre.SECRET);
    }

    @Override
    public boolean associate(Gateway gateway, String key) {
      if (centre.reaches()) {
        if (!gateway.sessions().isEmpty()) {
          return true;
        }
        putOut();
      }
      centre.brings(key);
      return centre.reaches();
    }

    /** Again and again: ndsctl serves one at a time, and the agent asks as well. */
    private void putOut() {
      for (int times = 0; times < 20 && centre.reaches(); times++) {
        centre.box("ndsctl", "deauth", Centre.PHONE);
      }
    }

    private GatewayConfig config(String id, String secret) {
      var settings = new HashMap<>(Map.of("box", "opennds-1", "agent", "true", "lease", "PT2H"));
      settings.putAll(Map.of("address", Centre.BOX, "url", url, "secret", secret));
      return new GatewayConfig(new GatewayId(id), new CentreId("here"), settings);
    }
  }
}
