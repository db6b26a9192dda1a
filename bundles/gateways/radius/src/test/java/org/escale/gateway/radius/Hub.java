package org.escale.gateway.radius;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.escale.access.AccessGrant;
import org.escale.access.GrantId;
import org.escale.client.Pseudonym;
import org.escale.federation.CentreId;
import org.escale.presence.VisitId;
import org.escale.spi.gateway.Attachment;
import org.escale.spi.gateway.Claim;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.spi.gateway.GatewayHost;
import org.escale.tck.gateway.SampleGrants;

/** The hub in memory, whose disk can be full. */
final class Hub implements GatewayHost {
  static final CentreId HERE = new CentreId("here");

  final Map<GrantId, AccessGrant> grants = new ConcurrentHashMap<>();
  final Map<GrantId, String> devices = new ConcurrentHashMap<>();
  final Map<GrantId, Attachment> attached = new ConcurrentHashMap<>();
  final Map<GrantId, Instant> seen = new ConcurrentHashMap<>();
  private final List<GatewayEvent> events = new ArrayList<>();
  private volatile boolean full;

  /** Somebody may be here from then on, for two hours. */
  AccessGrant lets(String person, Instant from) {
    return lets(person, "key-of-" + person, from);
  }

  /** The same, by that key. */
  AccessGrant lets(String person, String key, Instant from) {
    var grant =
        new AccessGrant(
            new GrantId("g-" + person),
            1,
            new VisitId("v-" + person),
            new Pseudonym(person),
            HERE,
            142,
            key,
            from,
            from.plus(Duration.ofHours(2)),
            false);
    grants.put(grant.id(), grant);
    return grant;
  }

  /** The same, taken away. */
  AccessGrant revokes(AccessGrant g) {
    var grant = SampleGrants.revised(g, g.revision() + 1, g.until(), true);
    grants.put(grant.id(), grant);
    return grant;
  }

  void full(boolean now) {
    full = now;
  }

  synchronized List<GatewayEvent> events() {
    return List.copyOf(events);
  }

  List<GatewayEvent.Kind> kinds() {
    return events().stream().map(GatewayEvent::kind).toList();
  }

  @Override
  public Optional<AccessGrant> grant(Claim presented) {
    var value = presented.value();
    return grants.values().stream()
        .filter(
            grant ->
                switch (presented.kind()) {
                  case KEY -> grant.key().equals(value);
                  case PERSON -> grant.person().value().equals(value);
                  case DEVICE -> value.equals(devices.get(grant.id()));
                })
        .findFirst();
  }

  @Override
  public boolean admit(GrantId grant, String device) {
    return device.equals(devices.computeIfAbsent(grant, first -> device));
  }

  @Override
  public Map<GrantId, Attachment> attached() {
    return Map.copyOf(attached);
  }

  @Override
  public Optional<Instant> lastSeen(GrantId grant) {
    return Optional.ofNullable(seen.get(grant));
  }

  @Override
  public synchronized void report(List<GatewayEvent> batch) throws IOException {
    if (full) {
      throw new IOException("the disk is full");
    }
    events.addAll(batch);
  }
}
