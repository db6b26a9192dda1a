package org.escale.gateway.portal;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.escale.spi.gateway.Gateway;
import org.escale.spi.gateway.GatewayConfig;
import org.escale.spi.gateway.GatewayDriver;
import org.escale.spi.gateway.GatewayException;
import org.escale.spi.gateway.GatewayHost;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Opens captive portals. One whose box speaks by itself waits 3 s for the box's first word, so that
 * what is told next is not taken for silence. Safe for many threads.
 */
@Component(service = {GatewayDriver.class, PortalDriver.class})
public final class PortalDriver implements GatewayDriver {
  private static final Duration FIRST_WORD = Duration.ofSeconds(3);

  private final Clock clock;
  private final Duration firstWord;
  private final Map<String, PortalGateway> open = new ConcurrentHashMap<>();

  /** Portals that live by that clock. */
  @Activate
  public PortalDriver(@Reference Clock clock) {
    this(clock, FIRST_WORD);
  }

  /** Portals that wait so long for their box. */
  PortalDriver(Clock clock, Duration firstWord) {
    this.clock = clock;
    this.firstWord = firstWord;
  }

  @Override
  public String kind() {
    return "portal";
  }

  @Override
  public void check(Map<String, String> settings) throws GatewayException {
    var unused = PortalSettings.of(settings);
  }

  @Override
  public Gateway open(GatewayConfig config, GatewayHost host) throws GatewayException {
    var settings = PortalSettings.of(config.settings());
    var gateway = new PortalGateway(config, settings, host, clock);
    Optional.ofNullable(open.put(gateway.id(), gateway)).ifPresent(PortalGateway::close);
    if (settings.speaks()) {
      gateway.link().await(firstWord);
    }
    return gateway;
  }

  /** The open portal of that name. */
  Optional<PortalGateway> gateway(String id) {
    open.values().removeIf(PortalGateway::closed);
    return Optional.ofNullable(open.get(id));
  }
}
