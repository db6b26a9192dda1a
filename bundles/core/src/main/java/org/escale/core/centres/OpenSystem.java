package org.escale.core.centres;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.escale.adapter.InstalledAdapter;
import org.escale.core.plugins.Marked;
import org.escale.core.steward.EffectHandler.Again;
import org.escale.federation.SpaceId;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;
import org.escale.spi.centre.CentreLink;
import org.escale.spi.centre.SpaceRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One centre's system behind its own thread, which is its only writer: one that hangs, lies or is
 * gone costs nobody else anything (A3). One that does not answer, or does not let us, is left alone
 * for 10 s; what it answers to one message alone holds up that one alone. Safe for many threads.
 */
final class OpenSystem implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenSystem.class);
  private static final Duration LEFT_ALONE = Duration.ofSeconds(10);
  private static final Duration SOON = Duration.ofMillis(200);
  private static final Duration LATEST = Duration.ofSeconds(5);
  private static final Duration CLOSING = Duration.ofSeconds(6);
  private static final int WAITING = 1000;
  private static final Set<Trouble> SILENT = EnumSet.of(Trouble.UNAVAILABLE, Trouble.DENIED);

  private static final String LOOK = "look";

  private final InstalledAdapter row;
  private final CentreLink link;
  private final Clock clock;
  private final Marked marked;
  private final ThreadPoolExecutor line;
  private final Map<String, Future<Optional<Again>>> asked = new ConcurrentHashMap<>();
  private final Map<SpaceId, FeedMark> marks = new ConcurrentHashMap<>();
  private final Strikes strikes = new Strikes();
  private volatile String text = "not asked yet";
  private volatile boolean up;
  private volatile Instant silentUntil = Instant.MIN;

  OpenSystem(InstalledAdapter row, CentreLink link, Clock clock, Marked marked) {
    this.row = row;
    this.link = link;
    this.clock = clock;
    this.marked = marked;
    this.line =
        new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), this::thread);
  }

  InstalledAdapter row() {
    return row;
  }

  CentreLink link() {
    return link;
  }

  /** What the system calls that space. */
  Optional<SpaceRef> ref(SpaceId space) {
    return row.named(space).map(SpaceRef::new);
  }

  /** How far its feed was read, by space. */
  Map<SpaceId, FeedMark> marks() {
    return marks;
  }

  boolean up() {
    return up;
  }

  String text() {
    return text;
  }

  /**
   * Has that done on the system's thread; empty once it is done, else when to ask again for the
   * same.
   */
  Optional<Again> tell(String key, int attempts, Callable<Optional<Again>> work) {
    var running = asked.get(key);
    if (running == null) {
      return begin(key, work);
    }
    if (!running.isDone()) {
      return Optional.of(new Again(pause(attempts), "asked"));
    }
    asked.remove(key);
    return result(key, running);
  }

  /** Begins to look, once the look before is over; whether it began. */
  boolean look(Callable<Optional<Again>> work) {
    var running = asked.get(LOOK);
    if (running != null && !running.isDone()) {
      return false;
    }
    if (running != null) {
      asked.remove(LOOK);
      result(LOOK, running);
    }
    return begin(LOOK, work).filter(again -> again.after().equals(SOON)).isPresent();
  }

  /** Has that done on the system's thread, and waits for it. */
  <T> T ask(Callable<T> question) throws CentreException {
    try {
      return line.submit(marked.call(question))
          .get(row.deadline().toMillis() * 4, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof CentreException known ? known : silent();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw silent();
    } catch (TimeoutException | RejectedExecutionException e) {
      throw silent();
    }
  }

  /** Whether it is left alone now because it failed a moment ago. */
  boolean leftAlone() {
    return clock.instant().isBefore(silentUntil);
  }

  /** Until when it is left alone, if it is now. */
  Optional<Instant> silentUntil() {
    return leftAlone() ? Optional.of(silentUntil) : Optional.empty();
  }

  /** It answered. */
  void answered() {
    strikes.answered();
    up = true;
    text = "answers";
  }

  /** It did not, or not sensibly. */
  void failed(CentreException why) {
    if (up || !text.equals(why.getMessage())) {
      LOG.warn("adapter {}: {}", row.id(), why.getMessage());
    }
    up = false;
    text = why.getMessage();
    silentUntil = clock.instant().plus(LEFT_ALONE);
  }

  @Override
  public void close() {
    line.shutdownNow();
    var closing = new Thread(link::close, "escale-adapter-close " + row.id());
    closing.setDaemon(true);
    closing.start();
    try {
      closing.join(CLOSING.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Again> begin(String key, Callable<Optional<Again>> work) {
    if (leftAlone()) {
      return Optional.of(new Again(LEFT_ALONE, "left alone after a failure"));
    }
    try {
      asked.put(key, line.submit(marked.call(work)));
      return Optional.of(new Again(SOON, "asked"));
    } catch (RejectedExecutionException full) {
      return Optional.of(new Again(LEFT_ALONE, "too many wait"));
    }
  }

  private Optional<Again> result(String key, Future<Optional<Again>> done) {
    try {
      var again = done.get();
      strikes.forget(key);
      return again;
    } catch (ExecutionException e) {
      return Optional.of(failed(key, e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(new Again(LEFT_ALONE, "stopped"));
    }
  }

  /** The system is at fault where it answers nobody, the message where it answers others. */
  private Again failed(String key, Throwable why) {
    var known = why instanceof CentreException centre ? Optional.of(centre) : Optional.empty();
    var silent = why instanceof CentreException centre && SILENT.contains(centre.trouble());
    if (known.isEmpty()) {
      LOG.error("adapter {} stumbled", row.id(), why);
    }
    if (silent) {
      failed((CentreException) why);
    }
    var text = known.isPresent() ? why.getMessage() : "the adapter stumbled";
    return strikes.out(key, silent)
        ? Again.aside(text + ", " + Strikes.MOST + " times")
        : new Again(LEFT_ALONE, text);
  }

  private static Duration pause(int attempts) {
    var doubled = SOON.multipliedBy(1L << Math.min(attempts, 10));
    return doubled.compareTo(LATEST) > 0 ? LATEST : doubled;
  }

  private static CentreException silent() {
    return new CentreException(Trouble.UNAVAILABLE, "it does not answer");
  }

  private Thread thread(Runnable work) {
    var thread = new Thread(work, "escale-adapter " + row.id());
    thread.setDaemon(true);
    return thread;
  }
}
