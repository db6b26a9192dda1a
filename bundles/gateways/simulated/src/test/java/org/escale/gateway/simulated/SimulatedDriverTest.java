package org.escale.gateway.simulated;

import java.util.Map;
import org.escale.access.GatewayId;
import org.escale.federation.CentreId;
import org.escale.spi.gateway.Gateway;
import org.escale.spi.gateway.GatewayConfig;
import org.escale.spi.gateway.GatewayDriver;
import org.escale.tck.HandClock;
import org.escale.tck.gateway.GatewayDriverContract;
import org.escale.tck.gateway.GatewayLab;

public class SimulatedDriverTest extends GatewayDriverContract {
  @Override
  protected GatewayLab lab(HandClock clock) {
    return new Bench(new SimulatedDriver(clock));
  }

  private record Bench(GatewayDriver driver) implements GatewayLab {
    @Override
    public GatewayConfig config() {
      return config(Map.of());
    }

    @Override
    public GatewayConfig broken() {
      return config(Map.of("heartbeat", "soon"));
    }

    @Override
    public GatewayConfig silent() {
      return config(Map.of("silent", "true"));
    }

    @Override
    public boolean associate(Gateway gateway, String key) {
      return ((SimulatedGateway) gateway).associate(key);
    }

    private static GatewayConfig config(Map<String, String> settings) {
      return new GatewayConfig(new GatewayId("gw-here"), new CentreId("here"), settings);
    }
  }
}
