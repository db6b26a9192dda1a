package org.escale.core.steward;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.escale.service.Steward;
import org.escale.spi.store.Outbox;
import org.escale.spi.store.StoreException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs chores and effects that are due by the clock, one at a time, until nothing is due; effects
 * that wait for somebody outside run side by side, and are not waited for. A chore or effect that
 * fails is tried again later and holds up nobody else. Safe for many threads; only one of them
 * works at a time.
 */
@Component(service = {Steward.class, ClockSteward.class})
public final class ClockSteward implements Steward, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClockSteward.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);
  private static final Duration SILENT = Duration.ofMinutes(1);
  private static final int ROUNDS = 100_000;

  private final Clock clock;
  private final List<Chore> chores = new CopyOnWriteArrayList<>();
  private final Map<Chore, Instant> setAside = new ConcurrentHashMap<>();
  private final ReentrantLock working = new ReentrantLock();
  private final Effects effects;
  private volatile Instant lastRun = Instant.MIN;

  /** Looks at that clock. */
  @Activate
  public ClockSteward(@Reference Clock clock, @Reference Outbox outbox) {
    this.clock = clock;
    this.effects = new Effects(clock, outbox);
  }

  /**
   * {@inheritDoc}
   *
   * @throws StoreException if the database is away
   */
  @Override
  public void runDue() {
    working.lock();
    try {
      do {
        rounds();
      } while (effects.settle());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      working.unlock();
    }
  }

  /** Begins all that is due now; what waits for somebody outside goes on by itself. */
  void wake() {
    working.lock();
    try {
      rounds();
    } finally {
      working.unlock();
    }
  }

  /** Stops what still waits for somebody outside; it is in the outbox. */
  @Override
  @Deactivate
  public void close() {
    effects.close();
  }

  private void rounds() {
    boolean more = true;
    for (int round = 0; round < ROUNDS && more; round++) {
      more = once();
      lastRun = clock.instant(); // where something is always due it comes round all the same
    }
  }

  /** When it had looked at everything last; {@link Instant#MIN} before the first time. */
  public Instant lastRun() {
    return lastRun;
  }

  /** Whether it came round within the last minute. */
  public boolean awake() {
    return lastRun.isAfter(clock.instant().minus(SILENT));
  }

  private boolean once() {
    boolean worked = false;
    for (var chore : chores) {
      worked |= tryRun(chore);
    }
    return effects.begin() || worked;
  }

  private boolean tryRun(Chore chore) {
    var now = clock.instant();
    if (setAside.getOrDefault(chore, Instant.MIN).isAfter(now)) {
      return false;
    }
    try {
      if (chore.due().filter(due -> !due.isAfter(now)).isEmpty()) {
        return false;
      }
      chore.run(now);
      return true;
    } catch (StoreException away) {
      throw away;
    } catch (RuntimeException bug) {
      LOG.error(
          "chore {} failed; again in {}", chore.getClass().getSimpleName(), AFTER_FAILURE, bug);
      setAside.put(chore, now.plus(AFTER_FAILURE));
      return false;
    }
  }

  /** A chore more. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void addChore(Chore chore) {
    chores.add(chore);
  }

  /** A chore less. */
  public void removeChore(Chore chore) {
    chores.remove(chore);
    setAside.remove(chore);
  }

  /** Another kind of effect. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void addEffectHandler(EffectHandler handler) {
    effects.add(handler);
  }

  /** A kind of effect less; its effects wait. */
  public void removeEffectHandler(EffectHandler handler) {
    effects.remove(handler);
  }
}
