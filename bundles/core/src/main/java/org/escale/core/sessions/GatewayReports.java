package org.escale.core.sessions;

import java.io.IOException;
import java.util.List;
import org.escale.federation.CentreId;
import org.escale.spi.gateway.GatewayEvent;

/** Takes what gateways saw. */
public interface GatewayReports {
  /**
   * Keeps the events of a gateway of that centre; returns once they are on disk.
   *
   * @throws IOException if they could not be kept; report them again
   */
  void take(CentreId centre, List<GatewayEvent> events) throws IOException;
}
