package org.escale.tck;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.escale.access.AccessGrant;
import org.escale.access.GrantId;
import org.escale.spi.gateway.Attachment;
import org.escale.spi.gateway.Claim;
import org.escale.spi.gateway.Gateway;
import org.escale.spi.gateway.GatewayAnswer;
import org.escale.spi.gateway.GatewayConfig;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.escale.spi.gateway.GatewayHealth;
import org.escale.spi.gateway.GatewayHost;
import org.escale.spi.gateway.LiveSession;

/** The smallest gateway, with one fault at a time. */
final class TinyGateway implements Gateway {
  /** What is wrong with it. */
  enum Fault {
    NONE,
    BELIEVES_OLD_REVISIONS,
    NEVER_CUTS,
    KEEPS_THE_FIRST_END,
    DROPS_EVENTS,
    DATES_WHEN_TOLD,
    THROWS_WHEN_SILENT,
    SHOWS_KEYS,
    LEAVES_A_THREAD,
    BINDS_BEFORE_IT_ALLOWS,
    IGNORES_OTHER_DEVICES,
    FORGETS_WHO_WAS_IN,
    WAITS_FOR_THE_HUB,
    TAKES_ANY_SETTINGS
  }

  private static final String DEVICE = "020000000001";

  private final Fault fault;
  private final Clock clock;
  private final GatewayConfig config;
  private final GatewayHost host;
  private final Map<GrantId, AccessGrant> grants = new HashMap<>();
  private final Map<GrantId, LiveSession> live = new HashMap<>();
  private final List<GatewayEvent> waiting = new ArrayList<>();
  private final Set<GrantId> remembered = new HashSet<>();
  private final Thread pulse = new Thread(this::beat, "tiny-gateway");
  private volatile boolean closed;
  private long sequence;

  TinyGateway(Fault fault, Clock clock, GatewayConfig config, GatewayHost host) {
    this.fault = fault;
    this.clock = clock;
    this.config = config;
    this.host = host;
    if (fault != Fault.FORGETS_WHO_WAS_IN) {
      remembered.addAll(host.attached().keySet());
    }
    pulse.setDaemon(true);
    pulse.start();
  }

  @Override
  public synchronized GatewayAnswer apply(AccessGrant grant) {
    if (config.settings().containsKey("silent")) {
      if (fault == Fault.THROWS_WHEN_SILENT) {
        throw new IllegalStateException("no answer");
      }
      return GatewayAnswer.UNREACHABLE;
    }
    grants.merge(grant.id(), grant, (old, now) -> believes(old, now) ? now : old);
    if (remembered.remove(grant.id())) {
      live.put(grant.id(), new LiveSession(grant.id(), clock.instant(), clock.instant()));
    }
    return GatewayAnswer.APPLIED;
  }

  private boolean believes(AccessGrant old, AccessGrant now) {
    return fault == Fault.BELIEVES_OLD_REVISIONS
        || (now.revision() > old.revision()
            && (fault != Fault.KEEPS_THE_FIRST_END || now.revoked()));
  }

  boolean associate(String key) {
    var letIn = decided(key);
    if (fault == Fault.WAITS_FOR_THE_HUB) {
      try {
        host.report(List.of());
      } catch (IOException notNow) {
        return false;
      }
    }
    return letIn;
  }

  private synchronized boolean decided(String key) {
    var shown = grants.values().stream().filter(g -> g.key().equals(key)).findFirst();
    if (fault == Fault.BINDS_BEFORE_IT_ALLOWS) {
      host.grant(Claim.key(key)).ifPresent(g -> host.admit(g.id(), DEVICE));
    }
    var found = shown.filter(this::allowed).filter(this::admitted);
    found.ifPresent(
        g -> {
          live.put(g.id(), new LiveSession(g.id(), clock.instant(), clock.instant()));
          add(Kind.START, g.id());
        });
    return found.isPresent();
  }

  private boolean admitted(AccessGrant grant) {
    return host.admit(grant.id(), DEVICE) || fault == Fault.IGNORES_OTHER_DEVICES;
  }

  @Override
  public synchronized List<LiveSession> sessions() {
    return List.copyOf(live.values());
  }

  @Override
  public GatewayHealth health() {
    return new GatewayHealth(!config.settings().containsKey("silent"), "tiny");
  }

  @Override
  public void close() {
    closed = fault != Fault.LEAVES_A_THREAD;
  }

  @Override
  public synchronized String toString() {
    return fault == Fault.SHOWS_KEYS
        ? grants.values().stream().map(AccessGrant::key).toList().toString()
        : "tiny";
  }

  private boolean allowed(AccessGrant grant) {
    return grant.decide(clock.instant(), config.centre()).allowed();
  }

  private void add(Kind kind, GrantId grant) {
    var by = Optional.of(new Attachment(config.id(), DEVICE, "tiny"));
    waiting.add(new GatewayEvent(config.id(), ++sequence, kind, grant, clock.instant(), by));
  }

  private void beat() {
    while (!closed) {
      cut();
      report();
      LockSupport.parkNanos(5_000_000);
    }
  }

  private synchronized void cut() {
    for (var session : List.copyOf(live.values())) {
      if (allowed(grants.get(session.grant())) || fault == Fault.NEVER_CUTS) {
        if (clock.instant().isAfter(session.lastSeen().plusSeconds(60))) {
          live.put(
              session.grant(), new LiveSession(session.grant(), session.since(), clock.instant()));
          add(Kind.ALIVE, session.grant());
        }
      } else {
        live.remove(session.grant());
        add(Kind.STOP, session.grant());
      }
    }
  }

  private List<GatewayEvent> dated() {
    var now = clock.instant();
    return waiting.stream()
        .map(e -> new GatewayEvent(e.gateway(), e.sequence(), e.kind(), e.grant(), now))
        .toList();
  }

  private synchronized List<GatewayEvent> batch() {
    var batch = List.copyOf(fault == Fault.DATES_WHEN_TOLD ? dated() : waiting);
    if (fault == Fault.DROPS_EVENTS) {
      waiting.clear();
    }
    return batch;
  }

  private synchronized void told(int events) {
    waiting.subList(0, Math.min(events, waiting.size())).clear();
  }

  private void report() {
    var batch = batch();
    if (batch.isEmpty()) {
      return;
    }
    try {
      host.report(batch);
      if (fault != Fault.DROPS_EVENTS) {
        told(batch.size());
      }
    } catch (IOException keptForLater) {
      return;
    }
  }
}
