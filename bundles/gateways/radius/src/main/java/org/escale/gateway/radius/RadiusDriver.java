package org.escale.gateway.radius;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.escale.access.GatewayId;
import org.escale.access.GrantId;
import org.escale.federation.CentreId;
import org.escale.spi.gateway.Gateway;
import org.escale.spi.gateway.GatewayConfig;
import org.escale.spi.gateway.GatewayDriver;
import org.escale.spi.gateway.GatewayException;
import org.escale.spi.gateway.GatewayHost;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Speaks RADIUS with access points, switches and captive portals; safe for many threads. */
@Component(service = GatewayDriver.class)
public final class RadiusDriver implements GatewayDriver {
  private final Clock clock;
  private final Listeners listeners = new Listeners(System::nanoTime);
  private final Map<GatewayId, Standing> open = new ConcurrentHashMap<>();

  private record Standing(CentreId centre, Sessions sessions) {}

  /** Grants end by that clock. */
  @Activate
  public RadiusDriver(@Reference Clock clock) {
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "radius";
  }

  @Override
  public void check(Map<String, String> settings) throws GatewayException {
    var unused = NasSettings.of(settings);
  }

  @Override
  public Gateway open(GatewayConfig config, GatewayHost host) throws GatewayException {
    var nas = NasSettings.of(config.settings());
    var here =
        new Here(
            config,
            nas,
            host,
            clock,
            System::nanoTime,
            new Book(),
            new Handles(config.id(), nas.secret()),
            new Tally("gateway " + config.id()));
    var events = new Events(config, clock.instant());
    var sessions = new Sessions(here, events, grant -> elsewhere(config, grant));
    var standing = new Standing(config.centre(), sessions);
    var gateway =
        new RadiusGateway(here, sessions, listeners, () -> open.remove(config.id(), standing));
    open.put(config.id(), standing);
    return gateway;
  }

  /** Whether somebody who leaves here is still at another gateway of the centre. */
  private boolean elsewhere(GatewayConfig here, GrantId grant) {
    return open.entrySet().stream()
        .filter(other -> !other.getKey().equals(here.id()))
        .filter(other -> other.getValue().centre().equals(here.centre()))
        .anyMatch(other -> other.getValue().sessions().uses(grant));
  }
}
