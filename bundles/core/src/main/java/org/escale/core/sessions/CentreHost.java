package org.escale.core.sessions;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.escale.access.AccessGrant;
import org.escale.federation.CentreId;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.spi.gateway.GatewayHost;

/** The platform as the gateways of one centre see it: that centre's grants and nobody else's. */
record CentreHost(CentreId centre, Grants grants, GatewayReports reports) implements GatewayHost {
  @Override
  public Optional<AccessGrant> grant(String presentedKey) {
    return grants.behind(presentedKey).filter(grant -> grant.centre().equals(centre));
  }

  @Override
  public void report(List<GatewayEvent> events) throws IOException {
    reports.take(centre, events);
  }
}
