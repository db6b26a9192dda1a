package org.escale.core.steward;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.escale.core.steward.EffectHandler.Again;
import org.escale.spi.store.Outbox;
import org.escale.spi.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Effects that are due, each begun until it is done: at once, in the lane of whomever it waits for,
 * or by somebody who answers in his own time. Nothing of a lane or of such an answer is written on
 * the thread that begins, so that whoever is silent costs the others nothing. Begun by one thread
 * at a time.
 */
final class Effects implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Effects.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);
  private static final Duration SETTLED = Duration.ofSeconds(10);
  private static final int BATCH = 100;

  private final Clock clock;
  private final Outbox outbox;
  private final List<EffectHandler> handlers = new CopyOnWriteArrayList<>();
  private final Lanes lanes = new Lanes();
  private final Errands errands = new Errands();

  Effects(Clock clock, Outbox outbox) {
    this.clock = clock;
    this.outbox = outbox;
  }

  void add(EffectHandler handler) {
    handlers.add(handler);
  }

  void remove(EffectHandler handler) {
    handlers.remove(handler);
  }

  /** Begins all that is due; whether anything was. */
  boolean begin() {
    boolean worked = false;
    for (var handler : handlers) {
      int most = BATCH + lanes.size() + errands.size();
      for (var waiting : outbox.due(handler.kind(), clock.instant(), most)) {
        worked |= begin(handler, waiting);
      }
    }
    return worked;
  }

  /**
   * Waits until all lanes are empty, 10 s at most; whether there was anything in them and nothing
   * is left. Answers are not waited for.
   */
  boolean settle() throws InterruptedException {
    return lanes.settle(SETTLED) && lanes.size() == 0;
  }

  /** Stops what still waits for somebody outside; it is in the outbox. */
  @Override
  public void close() {
    lanes.close();
  }

  /** Does it at once, or in its lane; whether it was not there already. */
  private boolean begin(EffectHandler handler, Outbox.Waiting waiting) {
    var key = waiting.effect().key();
    if (errands.isOut(key, clock.instant())) {
      return false;
    }
    var lane = handler.lane(waiting);
    if (lane.isEmpty()) {
      tryHandle(handler, waiting);
      return true;
    }
    return lanes.take(
        handler.kind() + " " + lane.get(),
        key,
        () -> orWait(key, () -> tryHandle(handler, waiting)));
  }

  private static void orWait(String key, Runnable work) {
    try {
      work.run();
    } catch (StoreException away) {
      LOG.warn("effect {} waits for the database", key);
    }
  }

  private void tryHandle(EffectHandler handler, Outbox.Waiting waiting) {
    var now = clock.instant();
    var key = waiting.effect().key();
    try {
      var again = handler.handle(waiting, now);
      var answer = again.flatMap(Again::answer);
      if (answer.isPresent()) {
        await(key, answer.get(), now);
      } else {
        errands.forget(key);
        settled(key, again);
      }
    } catch (StoreException away) {
      throw away;
    } catch (RuntimeException bug) {
      failed(key, bug);
    }
  }

  private void await(String key, CompletableFuture<Optional<Again>> answer, Instant now) {
    if (errands.send(key, answer, now)) {
      var unused = answer.whenComplete((again, broken) -> back(key, answer));
    }
  }

  /** On the thread of whoever answered. */
  private void back(String key, CompletableFuture<Optional<Again>> answer) {
    try {
      if (!answer.isCancelled()) {
        orWait(key, () -> settled(key, answer.join()));
      }
    } catch (RuntimeException bug) {
      orWait(key, () -> failed(key, bug));
    } finally {
      errands.back(key, answer);
    }
  }

  private void settled(String key, Optional<Again> again) {
    again.ifPresentOrElse(other -> later(key, other), () -> outbox.done(key));
  }

  private void failed(String key, RuntimeException bug) {
    LOG.error("effect {} failed; again in {}", key, AFTER_FAILURE, bug);
    outbox.again(key, clock.instant().plus(AFTER_FAILURE), "failed");
  }

  private void later(String key, Again again) {
    if (again.aside()) {
      LOG.warn("effect {} is set aside: {}", key, again.why());
      outbox.aside(key, again.why());
    } else {
      outbox.again(key, clock.instant().plus(again.after()), again.why());
    }
  }
}
