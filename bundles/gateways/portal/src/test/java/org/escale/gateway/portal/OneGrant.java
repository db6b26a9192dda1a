package org.escale.gateway.portal;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.escale.access.AccessGrant;
import org.escale.access.GrantId;
import org.escale.spi.gateway.Attachment;
import org.escale.spi.gateway.Claim;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.escale.spi.gateway.GatewayHost;

/** The hub of one grant, which remembers what it was told. */
final class OneGrant implements GatewayHost {
  private final List<GatewayEvent> events = new CopyOnWriteArrayList<>();
  volatile Optional<AccessGrant> grant = Optional.empty();

  @Override
  public boolean admit(GrantId grant, String device) {
    return true;
  }

  @Override
  public Map<GrantId, Attachment> attached() {
    return events.stream()
        .filter(event -> event.attachment().isPresent())
        .collect(
            Collectors.toMap(
                GatewayEvent::grant, e -> e.attachment().get(), (before, later) -> later));
  }

  @Override
  public Optional<Instant> lastSeen(GrantId id) {
    return events.stream().map(GatewayEvent::at).max(Instant::compareTo);
  }

  GatewayEvent last() {
    return events.get(events.size() - 1);
  }

  @Override
  public Optional<AccessGrant> grant(Claim presented) {
    return grant.filter(known -> known.key().equals(presented.value()));
  }

  @Override
  public void report(List<GatewayEvent> batch) throws IOException {
    events.addAll(batch);
  }

  List<Kind> kinds(Kind but) {
    return events.stream().map(GatewayEvent::kind).filter(kind -> kind != but).toList();
  }
}
