package org.escale.core.sessions;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.access.AccessGrant;
import org.escale.access.GrantId;
import org.escale.federation.CentreId;
import org.escale.spi.gateway.Attachment;
import org.escale.spi.gateway.Claim;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.spi.gateway.GatewayHost;

/** The platform as the gateways of one centre see it: that centre's grants and nobody else's. */
record CentreHost(
    CentreId centre, Grants grants, Devices devices, GatewayReports reports, GatewayNotes notes)
    implements GatewayHost {
  @Override
  public Optional<AccessGrant> grant(Claim presented) {
    return switch (presented.kind()) {
      case KEY -> grants.behind(presented.value()).filter(grant -> grant.centre().equals(centre));
      case PERSON -> grants.of(presented.value(), centre);
      case DEVICE ->
          devices.owner(presented.value()).flatMap(owner -> grants.of(owner.value(), centre));
    };
  }

  @Override
  public boolean admit(GrantId grant, String device) {
    return devices.admit(grant, device);
  }

  @Override
  public Map<GrantId, Attachment> attached() {
    return devices.attached(centre);
  }

  @Override
  public Optional<Instant> lastSeen(GrantId grant) {
    return devices.lastSeen(grant);
  }

  @Override
  public void report(List<GatewayEvent> events) throws IOException {
    reports.take(centre, events);
  }

  @Override
  public void note(List<GatewayEvent> events) throws IOException {
    notes.note(centre, events);
  }
}
