package org.escale.spi.gateway;

import java.util.Map;
import org.escale.access.GatewayId;
import org.escale.federation.CentreId;

/**
 * One gateway: where it stands and its driver's own settings.
 *
 * @param settings in clear; a setting named {@code secret}, or ending so, is kept encrypted at rest
 */
public record GatewayConfig(GatewayId id, CentreId centre, Map<String, String> settings) {
  /** Copies the settings. */
  public GatewayConfig {
    settings = Map.copyOf(settings);
  }

  /** Without the settings. */
  @Override
  public String toString() {
    return "gateway " + id + " in " + centre;
  }
}
