package org.escale.core.centres;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.escale.adapter.InstalledAdapter;
import org.escale.core.plugins.Marked;
import org.escale.core.steward.EffectHandler.Again;
import org.escale.federation.SpaceId;
import org.escale.service.Adapters.Asked;
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
  private static final Duration CROWDED = Duration.ofMinutes(1);
  private static final Duration CLOSING = Duration.ofSeconds(6);
  private static final Set<Trouble> SILENT = EnumSet.of(Trouble.UNAVAILABLE, Trouble.DENIED);

  private static final String LOOK = "look";

  private final InstalledAdapter row;
  private final CentreLink link;
  private final Clock clock;
  private final Marked marked;
  private final SystemLine line;
  private final Map<SpaceId, FeedMark> marks = new ConcurrentHashMap<>();
  private final Strikes strikes = new Strikes();
  private volatile Optional<Question> question = Optional.empty();
  private volatile String text = "not asked yet";
  private volatile boolean up;
  private volatile Instant silentUntil = Instant.MIN;

  OpenSystem(InstalledAdapter row, CentreLink link, Clock clock, Marked marked) {
    this.row = row;
    this.link = link;
    this.clock = clock;
    this.marked = marked;
    this.line = new SystemLine("escale-adapter " + row.id());
  }

  /** What it is asked under a key, since when. */
  private record Question(String key, Instant since) {}

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
   * Has that done on the system's thread, unless it is left alone when its turn comes; what is
   * asked already under that key is not asked twice.
   */
  CompletableFuture<Optional<Again>> tell(String key, Callable<Optional<Again>> work) {
    return line.ask(key, () -> result(key, work))
        .orElseGet(
            () ->
                CompletableFuture.completedFuture(
                    Optional.of(new Again(CROWDED, "too many wait"))));
  }

  /** What it is asked now, if that under this key is with it or waits for its turn. */
  Optional<Asked> asked(String key) {
    return line.isAsked(key)
        ? question.map(now -> new Asked(now.key().equals(key), now.since()))
        : Optional.empty();
  }

  /**
   * Begins to look before anything that waits to be told, once the look before is over; whether it
   * began.
   */
  boolean look(Callable<Optional<Again>> work) {
    return !leftAlone() && line.askFirst(LOOK, () -> result(LOOK, work));
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
    line.close();
    var closing = new Thread(link::close, "escale-adapter-close " + row.id());
    closing.setDaemon(true);
    closing.start();
    try {
      closing.join(CLOSING.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Again> result(String key, Callable<Optional<Again>> work) {
    if (leftAlone()) {
      return Optional.of(new Again(LEFT_ALONE, "left alone after a failure"));
    }
    question = Optional.of(new Question(key, clock.instant()));
    try {
      var again = marked.call(work).call();
      strikes.forget(key);
      return again;
    } catch (Exception | LinkageError e) {
      return line.isClosed() ? Optional.empty() : Optional.of(failed(key, e));
    } finally {
      question = Optional.empty();
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

  private static CentreException silent() {
    return new CentreException(Trouble.UNAVAILABLE, "it does not answer");
  }
}
