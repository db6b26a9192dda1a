package org.escale.core.gatehouse;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.escale.access.BoxReport;
import org.escale.access.GatewayId;
import org.escale.core.sessions.Gateways;
import org.escale.core.sessions.Grants;
import org.escale.core.snapshot.Snapshots;
import org.escale.service.Gatehouse.Alarm;
import org.escale.service.Gatehouse.Fault;
import org.escale.service.Gatehouse.Happening;
import org.escale.service.Gatehouse.Kind;
import org.escale.service.Gatehouse.Standing;
import org.escale.service.Operations.Gear;
import org.escale.spi.store.Outbox;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the gateways every 5 s, on a thread of its own because gear may be slow, and keeps in
 * memory how they stand and the last 200 things that happened at each. Safe for many threads.
 */
@Component(service = Watch.class)
public final class Watch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final int EVERY_SECONDS = 5;
  private static final int MOST = 1000;
  private static final int KEPT = 200;

  private final Clock clock;
  private final Gateways gateways;
  private final Snapshots snapshots;
  private final Outbox outbox;
  private final Map<GatewayId, Standing> seen = new ConcurrentHashMap<>();
  private final Map<GatewayId, Deque<Happening>> happened = new ConcurrentHashMap<>();
  private final AtomicBoolean blind = new AtomicBoolean();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var made = new Thread(work, "escale-gatehouse");
            made.setDaemon(true);
            return made;
          });

  private final Future<?> looking;

  /** Begins to look. */
  @Activate
  public Watch(
      @Reference Clock clock,
      @Reference Gateways gateways,
      @Reference Snapshots snapshots,
      @Reference Outbox outbox) {
    this.clock = clock;
    this.gateways = gateways;
    this.snapshots = snapshots;
    this.outbox = outbox;
    looking = thread.scheduleWithFixedDelay(this::lookSafely, 1, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  /** Looks no longer. */
  @Override
  @Deactivate
  public void close() {
    looking.cancel(true);
    thread.shutdownNow();
  }

  /** How they stand; one that was not looked at yet is not up. */
  Collection<Standing> standing() {
    return List.copyOf(seen.values());
  }

  /** What happened at that gateway since this process began, the oldest first. */
  List<Happening> happened(GatewayId gateway) {
    var kept = happened.getOrDefault(gateway, new ArrayDeque<>());
    synchronized (kept) {
      return List.copyOf(kept);
    }
  }

  /** Looks at all of them once. */
  void look() {
    var gears = gateways.standing();
    var now = clock.instant();
    var snapshot = snapshots.now();
    var waiting = outbox.messages(Grants.GATEWAY, MOST);
    var here = gears.stream().map(Gear::id).collect(Collectors.toSet());
    seen.keySet().retainAll(here);
    happened.keySet().retainAll(here);
    gears.forEach(gear -> note(Scene.of(gear, snapshot, waiting), now));
  }

  /** Looks, and says once that it cannot, and once that it can again. */
  void lookSafely() {
    try {
      look();
      if (blind.compareAndSet(true, false)) {
        LOG.warn("gateways are looked at again");
      }
    } catch (RuntimeException e) {
      if (blind.compareAndSet(false, true)) {
        LOG.warn("gateways cannot be looked at; what is shown of them is old", e);
      } else {
        LOG.debug("gateways were not looked at: {}", e.toString());
      }
    }
  }

  private void note(Scene scene, Instant now) {
    var gear = scene.gear();
    var before = Optional.ofNullable(seen.get(gear.id()));
    var same = before.filter(b -> b.up() == gear.up());
    var heard = gear.up() ? Optional.of(now) : before.flatMap(Standing::heard);
    var alarms = scene.alarms(now);
    if (same.isEmpty() && (before.isPresent() || gear.up())) {
      happens(gear.id(), new Happening(now, kind(gear), Optional.empty(), gear.text()));
    }
    tell(gear.id(), before.map(Standing::alarms).orElse(List.of()), alarms, now);
    seen.put(
        gear.id(),
        new Standing(
            gear.id(),
            gear.centre(),
            gear.driver(),
            gear.up(),
            same.flatMap(Standing::since).or(() -> Optional.of(now)),
            latest(heard, scene.box().map(BoxReport::heard)),
            gear.sessions(),
            scene.waiting().size(),
            alarms,
            gear.text()));
  }

  private void tell(GatewayId gateway, List<Alarm> before, List<Alarm> now, Instant at) {
    var old = before.stream().map(Alarm::fault).collect(Collectors.toSet());
    var fresh = now.stream().map(Alarm::fault).collect(Collectors.toSet());
    for (var fault : Fault.values()) {
      if (fault != Fault.DOWN && old.contains(fault) != fresh.contains(fault)) {
        var kind = fresh.contains(fault) ? Kind.ALARM : Kind.CALM;
        happens(gateway, new Happening(at, kind, Optional.empty(), fault.name()));
      }
    }
  }

  private void happens(GatewayId gateway, Happening what) {
    var kept = happened.computeIfAbsent(gateway, id -> new ArrayDeque<>());
    synchronized (kept) {
      kept.addLast(what);
      if (kept.size() > KEPT) {
        kept.removeFirst();
      }
    }
  }

  private static Kind kind(Gear gear) {
    return gear.up() ? Kind.UP : Kind.DOWN;
  }

  private static Optional<Instant> latest(Optional<Instant> one, Optional<Instant> other) {
    return one.filter(a -> other.isEmpty() || a.isAfter(other.get())).or(() -> other);
  }
}
