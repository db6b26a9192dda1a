package org.escale.gateway.simulated;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.escale.access.GatewayId;
import org.escale.spi.gateway.Gateway;
import org.escale.spi.gateway.GatewayConfig;
import org.escale.spi.gateway.GatewayDriver;
import org.escale.spi.gateway.GatewayException;
import org.escale.spi.gateway.GatewayHost;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Opens gateways that exist in memory only, for demonstrations and tests; safe for many threads. A
 * clock that is moved by hand runs it at each step, so that devices which stay are seen to stay.
 */
@Component(
    service = {GatewayDriver.class, SimulatedDriver.class, Runnable.class},
    property = "escale.runs.on=clock-moved")
public final class SimulatedDriver implements GatewayDriver, Runnable {
  private final Clock clock;
  private final Map<GatewayId, SimulatedGateway> open = new ConcurrentHashMap<>();

  /** Gateways that live by that clock. */
  @Activate
  public SimulatedDriver(@Reference Clock clock) {
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "simulated";
  }

  @Override
  public void check(Map<String, String> settings) throws GatewayException {
    var unused = heartbeat(settings.getOrDefault("heartbeat", "PT60S"));
  }

  @Override
  public Gateway open(GatewayConfig config, GatewayHost host) throws GatewayException {
    var heartbeat = heartbeat(config.settings().getOrDefault("heartbeat", "PT60S"));
    var silent = Boolean.parseBoolean(config.settings().getOrDefault("silent", "false"));
    var sessions = new SimulatedSessions(config.id(), heartbeat, clock);
    var gateway = new SimulatedGateway(config, sessions, host, silent);
    Optional.ofNullable(open.put(config.id(), gateway)).ifPresent(SimulatedGateway::close);
    return gateway;
  }

  /** All that is due at the gateways has happened and is reported when this returns. */
  @Override
  public void run() {
    open.values().removeIf(SimulatedGateway::closed);
    open.values().forEach(SimulatedGateway::beat);
  }

  /** The open gateway of that name. */
  Optional<SimulatedGateway> gateway(String id) {
    return open.values().stream()
        .filter(gateway -> gateway.id().value().equals(id) && !gateway.closed())
        .findFirst();
  }

  private static Duration heartbeat(String text) throws GatewayException {
    try {
      var heartbeat = Duration.parse(text);
      if (heartbeat.compareTo(Duration.ofSeconds(1)) < 0
          || heartbeat.compareTo(Duration.ofHours(1)) > 0) {
        throw new GatewayException("heartbeat is PT1S to PT1H");
      }
      return heartbeat;
    } catch (DateTimeException e) {
      throw new GatewayException("heartbeat is a duration such as PT60S");
    }
  }
}
