package org.escale.gateway.radius;

import org.escale.tck.HandClock;
import org.escale.tck.gateway.GatewayDriverContract;
import org.escale.tck.gateway.GatewayLab;

public class RadiusDriverTest extends GatewayDriverContract {
  @Override
  protected GatewayLab lab(HandClock clock) {
    return new RadiusLab(clock);
  }
}
