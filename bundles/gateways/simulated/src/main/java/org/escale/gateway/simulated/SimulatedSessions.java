package org.escale.gateway.simulated;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.access.AccessGrant;
import org.escale.access.GatewayId;
import org.escale.access.GrantId;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.escale.spi.gateway.LiveSession;

/**
 * What one simulated gateway knows: grants, the devices in the air, and events not yet reported.
 * All by the clock; safe for many threads.
 */
final class SimulatedSessions {
  /** A gateway takes nobody more on while so many events wait for the hub. */
  static final int MOST_WAITING = 10_000;

  private final GatewayId id;
  private final Duration heartbeat;
  private final Clock clock;
  private final Map<GrantId, AccessGrant> grants = new HashMap<>();
  private final Map<GrantId, LiveSession> devices = new HashMap<>();
  private final Deque<GatewayEvent> waiting = new ArrayDeque<>();
  private long sequence;

  SimulatedSessions(GatewayId id, Duration heartbeat, Clock clock) {
    this.id = id;
    this.heartbeat = heartbeat;
    this.clock = clock;
    // a gateway that is opened again goes on above the numbers it gave before
    this.sequence = clock.millis() * 1000;
  }

  /** Keeps the newest revision of a grant, and cuts what it no longer allows. */
  synchronized void learn(AccessGrant grant) {
    grants.merge(grant.id(), grant, (old, now) -> now.revision() > old.revision() ? now : old);
    pulse();
  }

  /** A device presents the key of a grant; whether it is let in. Its start may go untold. */
  synchronized boolean associate(String key, Optional<AccessGrant> fromHub, boolean tells) {
    fromHub.ifPresent(this::learn);
    var now = clock.instant();
    var grant =
        grants.values().stream().filter(g -> g.key().equals(key) && allowed(g, now)).findFirst();
    if (grant.isEmpty() || waiting.size() >= MOST_WAITING) {
      return false;
    }
    var known = devices.get(grant.get().id());
    devices.put(grant.get().id(), new LiveSession(grant.get().id(), now, now));
    if (known == null && tells) {
      add(Kind.START, grant.get().id(), now);
    }
    return true;
  }

  /** The device of that key goes; one that vanishes is not reported until its grant ends. */
  synchronized boolean leave(String key, boolean vanish) {
    var gone = devices.keySet().stream().filter(g -> grants.get(g).key().equals(key)).findFirst();
    gone.ifPresent(
        grant -> {
          devices.remove(grant);
          if (!vanish) {
            add(Kind.STOP, grant, clock.instant());
          }
        });
    return gone.isPresent();
  }

  /** Time has passed: cuts who may stay no longer, and reports who is still there. */
  synchronized void pulse() {
    var now = clock.instant();
    for (var session : List.copyOf(devices.values())) {
      var grant = grants.get(session.grant());
      if (!allowed(grant, now)) {
        devices.remove(session.grant());
        add(Kind.STOP, session.grant(), now.isBefore(grant.until()) ? now : grant.until());
      } else if (!session.lastSeen().plus(heartbeat).isAfter(now)) {
        devices.put(grant.id(), new LiveSession(grant.id(), session.since(), now));
        add(Kind.ALIVE, grant.id(), now);
      }
    }
    grants.values().removeIf(g -> !now.isBefore(g.until()) && !devices.containsKey(g.id()));
  }

  synchronized List<LiveSession> live() {
    pulse();
    return List.copyOf(devices.values());
  }

  synchronized List<GatewayEvent> waiting() {
    return List.copyOf(waiting);
  }

  /** The hub keeps everything up to that number. */
  synchronized void kept(long number) {
    while (!waiting.isEmpty() && waiting.peekFirst().sequence() <= number) {
      waiting.removeFirst();
    }
  }

  private boolean allowed(AccessGrant grant, Instant now) {
    return grant.decide(now, grant.centre()).allowed();
  }

  private void add(Kind kind, GrantId grant, Instant at) {
    waiting.addLast(new GatewayEvent(id, ++sequence, kind, grant, at));
  }
}
