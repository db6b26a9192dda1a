package org.escale.core.sessions;

import java.io.IOException;
import java.util.List;
import org.escale.federation.CentreId;
import org.escale.spi.gateway.GatewayEvent;

/** Notes what gateways saw, to be taken as soon as the database can. */
public interface GatewayNotes {
  /**
   * Notes the events of a gateway of that centre; returns once they are on disk, and they reach
   * {@link GatewayReports} in their order, if need be after a restart.
   *
   * @throws IOException if they could not be kept; note them again
   */
  void note(CentreId centre, List<GatewayEvent> events) throws IOException;
}
