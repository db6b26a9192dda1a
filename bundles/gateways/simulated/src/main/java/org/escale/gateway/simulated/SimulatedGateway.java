package org.escale.gateway.simulated;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.escale.access.AccessGrant;
import org.escale.access.GatewayId;
import org.escale.spi.gateway.Claim;
import org.escale.spi.gateway.Gateway;
import org.escale.spi.gateway.GatewayAnswer;
import org.escale.spi.gateway.GatewayConfig;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.spi.gateway.GatewayHealth;
import org.escale.spi.gateway.GatewayHost;
import org.escale.spi.gateway.LiveSession;

/**
 * A gateway without a box: a grant holds as soon as it is applied, a cut is proven at once, and
 * what it saw is reported within 250 ms, again and again until the hub keeps it.
 */
final class SimulatedGateway implements Gateway {
  private static final int AT_ONCE = 500;
  private static final int BEAT = 250;
  private static final int REMEMBERED = 100;

  private final GatewayConfig config;
  private final SimulatedSessions sessions;
  private final GatewayHost host;
  private final boolean silent;
  private final Deque<GatewayEvent> told = new ArrayDeque<>();
  private final ScheduledExecutorService pulse;
  private final ScheduledFuture<?> heart;
  private final ReentrantLock reporting = new ReentrantLock();
  private volatile boolean linked = true;

  SimulatedGateway(
      GatewayConfig config, SimulatedSessions sessions, GatewayHost host, boolean silent) {
    this.config = config;
    this.sessions = sessions;
    this.host = host;
    this.silent = silent;
    this.pulse =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              var thread = new Thread(work, "simulated-gateway " + config.id());
              thread.setDaemon(true);
              return thread;
            });
    this.heart = pulse.scheduleWithFixedDelay(this::beat, BEAT, BEAT, TimeUnit.MILLISECONDS);
  }

  @Override
  public GatewayAnswer apply(AccessGrant grant) {
    if (deaf()) {
      return GatewayAnswer.UNREACHABLE;
    }
    if (grant.centre().equals(config.centre())) {
      sessions.learn(grant);
    }
    return GatewayAnswer.APPLIED;
  }

  @Override
  public List<LiveSession> sessions() {
    return sessions.live();
  }

  @Override
  public GatewayHealth health() {
    if (deaf()) {
      return new GatewayHealth(false, "does not answer");
    }
    return new GatewayHealth(true, sessions.live().size() + " devices");
  }

  /** A device presents that key; whether it is let in. */
  boolean associate(String key) {
    return enters(key, true);
  }

  /** The same, but its start is never told. */
  boolean slipIn(String key) {
    return enters(key, false);
  }

  /** Cut off from the hub it goes on with what it knows, and tells everything afterwards. */
  boolean linked(boolean now) {
    linked = now;
    report();
    return now;
  }

  /** Tells the last events once more, the latest first; how many. */
  int tellAgain() {
    reporting.lock();
    try {
      var again = new ArrayList<>(told);
      Collections.reverse(again);
      for (var event : again) {
        host.report(List.of(event));
      }
      return again.size();
    } catch (IOException hubIsAway) {
      return 0;
    } finally {
      reporting.unlock();
    }
  }

  private boolean enters(String key, boolean tells) {
    if (silent || closed()) {
      return false;
    }
    var hub = linked ? host.grant(Claim.key(key)) : Optional.<AccessGrant>empty();
    var known = hub.filter(grant -> grant.centre().equals(config.centre()));
    var allowed = sessions.associate(key, known, tells);
    report();
    return allowed;
  }

  private boolean deaf() {
    return silent || closed() || !linked;
  }

  /** The device of that key leaves, or vanishes without a word; whether it was there. */
  boolean leave(String key, boolean vanish) {
    var there = sessions.leave(key, vanish);
    report();
    return there;
  }

  GatewayId id() {
    return config.id();
  }

  boolean closed() {
    return heart.isCancelled();
  }

  @Override
  public void close() {
    heart.cancel(true);
    pulse.shutdownNow();
  }

  /** Without settings and keys. */
  @Override
  public String toString() {
    return "simulated gateway " + config.id();
  }

  /** Cuts what is over, and reports what was seen. */
  void beat() {
    sessions.pulse();
    report();
  }

  private void remember(List<GatewayEvent> batch) {
    told.addAll(batch);
    while (told.size() > REMEMBERED) {
      told.removeFirst();
    }
  }

  /** One at a time, so that numbers arrive in order. */
  private void report() {
    if (silent || !linked || !reporting.tryLock()) {
      return;
    }
    try {
      var batch = sessions.waiting().stream().limit(AT_ONCE).toList();
      if (!batch.isEmpty()) {
        host.report(batch);
        sessions.kept(batch.get(batch.size() - 1).sequence());
        remember(batch);
      }
    } catch (IOException | RuntimeException keptForLater) {
      return; // the hub could not keep them: the next beat reports them again
    } finally {
      reporting.unlock();
    }
  }
}
