package org.escale.gateway.portal;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.escale.access.AccessGrant;
import org.escale.access.GrantId;
import org.escale.spi.gateway.Attachment;
import org.escale.spi.gateway.Claim;
import org.escale.spi.gateway.Gateway;
import org.escale.spi.gateway.GatewayAnswer;
import org.escale.spi.gateway.GatewayConfig;
import org.escale.spi.gateway.GatewayHealth;
import org.escale.spi.gateway.GatewayHost;
import org.escale.spi.gateway.LiveSession;

/** One portal: its grants, its devices, and the box in its centre. Safe for many threads. */
final class PortalGateway implements Gateway {
  private static final int BEAT = 250;

  private final GatewayConfig config;
  private final PortalSettings settings;
  private final GatewayHost host;
  private final Clock clock;
  private final Events events;
  private final Leases leases;
  private final Tries tries;
  private final Link link = new Link();
  private final Waiting waiting = new Waiting();
  private final ReentrantLock reporting = new ReentrantLock();
  private final ScheduledExecutorService pulse;
  private final ScheduledFuture<?> heart;

  PortalGateway(GatewayConfig config, PortalSettings settings, GatewayHost host, Clock clock) {
    this.config = config;
    this.settings = settings;
    this.host = host;
    this.clock = clock;
    this.events = new Events(config.id(), clock);
    this.leases = new Leases(config.centre(), settings, clock, events);
    this.tries = new Tries(clock);
    host.attached().entrySet().stream()
        .filter(known -> known.getValue().gateway().equals(config.id()))
        .forEach(known -> restore(known.getKey(), known.getValue()));
    this.pulse =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              var thread = new Thread(work, "portal " + config.id());
              thread.setDaemon(true);
              return thread;
            });
    this.heart = pulse.scheduleWithFixedDelay(this::beat, BEAT, BEAT, TimeUnit.MILLISECONDS);
  }

  /** The box's first word may come before the hub tells the grants anew, and shall cut nobody. */
  private void restore(GrantId grant, Attachment how) {
    var now = clock.instant();
    host.grant(Claim.device(how.device())).ifPresent(leases::learn);
    var seen = host.lastSeen(grant).filter(now::isAfter).orElse(now);
    Macs.read(how.device())
        .ifPresent(mac -> leases.restore(new Handle(grant, mac), how.handle(), seen));
  }

  @Override
  public GatewayAnswer apply(AccessGrant grant) {
    leases.learn(grant);
    if (closed() || (settings.speaks() && !link.answers())) {
      return GatewayAnswer.UNREACHABLE;
    }
    var passes = leases.find(l -> l.live() && l.grant().equals(grant.id())).isPresent();
    return passes && !leases.allows(grant.id()) ? GatewayAnswer.CUTTING : GatewayAnswer.APPLIED;
  }

  @Override
  public List<LiveSession> sessions() {
    return leases.live();
  }

  @Override
  public GatewayHealth health() {
    if (closed()) {
      return new GatewayHealth(false, "closed");
    }
    if (settings.speaks() && !link.answers()) {
      return new GatewayHealth(
          false, "the box was not heard for " + link.since().toSeconds() + " s");
    }
    var how = settings.speaks() ? "" : "; the box does not speak by itself";
    return new GatewayHealth(true, leases.all().size() + " devices" + how);
  }

  @Override
  public void close() {
    heart.cancel(true);
    pulse.shutdownNow();
  }

  /** Without settings and keys. */
  @Override
  public String toString() {
    return "portal " + config.id();
  }

  /** The grant behind what somebody typed: as it is, or in the groups in which keys are made. */
  Optional<AccessGrant> behind(String typed) {
    var known = host.grant(Claim.key(typed)).or(() -> host.grant(Claim.key(Keys.tidy(typed))));
    known.ifPresent(leases::learn);
    return known.filter(grant -> leases.allows(grant.id()));
  }

  /** Whether that is the device with which the key came first, or comes now (rule GW10). */
  boolean first(AccessGrant grant, String mac) {
    return host.admit(grant.id(), mac.replace(":", ""));
  }

  boolean closed() {
    return heart.isCancelled();
  }

  PortalSettings settings() {
    return settings;
  }

  String id() {
    return config.id().value();
  }

  Leases leases() {
    return leases;
  }

  Tries tries() {
    return tries;
  }

  Link link() {
    return link;
  }

  Waiting waiting() {
    return waiting;
  }

  Instant now() {
    return clock.instant();
  }

  /** Reports what was seen; whether the hub keeps everything now. One at a time, in order. */
  boolean report() {
    reporting.lock();
    try {
      while (!events.none()) {
        var batch = events.next();
        host.report(batch);
        events.kept(batch.get(batch.size() - 1).sequence());
      }
      return true;
    } catch (IOException | RuntimeException keptForLater) {
      return false; // the next beat reports them again
    } finally {
      reporting.unlock();
    }
  }

  private void beat() {
    leases.pulse();
    report();
  }
}
