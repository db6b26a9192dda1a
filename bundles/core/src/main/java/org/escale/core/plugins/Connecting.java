package org.escale.core.plugins;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.escale.refusal.Outcome;
import org.escale.service.Guard;
import org.escale.service.Guard.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a plug-in open a link to somebody else, through its gate (law E3). A link that comes when
 * nobody waits for it any more is closed. Safe for many threads.
 */
public record Connecting(Guard guard, Place place) {
  private static final Logger LOG = LoggerFactory.getLogger(Connecting.class);

  /**
   * What the plug-in answered: one of the two is there.
   *
   * @param no the checked exception by which it says that it cannot
   */
  public record Answer<L>(Optional<L> link, Optional<Exception> no) {}

  /** The link, or its no; refused where the plug-in failed. */
  public <L extends AutoCloseable> Outcome<Answer<L>> open(Callable<L> open) {
    var made = new AtomicReference<L>();
    var over = new AtomicBoolean();
    var said =
        guard.ask(
            place,
            () -> answer(open, made, over),
            answer -> answer.link().isPresent() || answer.no().isPresent());
    if (said instanceof Outcome.Refused<Answer<L>>) {
      over.set(true);
      closeOnce(made);
    }
    return said;
  }

  /** Whether it would open; the link is closed behind the gate. */
  public Outcome<Answer<AutoCloseable>> check(Callable<? extends AutoCloseable> open) {
    return open(
        () -> {
          open.call().close();
          return () -> {};
        });
  }

  /**
   * The link that was opened.
   *
   * @throws X the plug-in's own no, or what {@code unavailable} makes of a sentence where it failed
   */
  public static <L, X extends Exception> L opened(
      Outcome<Answer<L>> said, Class<X> no, Function<String, X> unavailable) throws X {
    if (said instanceof Outcome.Refused<Answer<L>> failed) {
      var why = failed.refusal().details().getOrDefault("because", "failed");
      throw unavailable.apply("its adapter " + why);
    }
    var answer = ((Outcome.Done<Answer<L>>) said).value();
    if (answer.no().isPresent()) {
      throw answer
          .no()
          .filter(no::isInstance)
          .map(no::cast)
          .orElseGet(() -> unavailable.apply("its adapter stumbled"));
    }
    return answer.link().orElseThrow();
  }

  private static <L extends AutoCloseable> Answer<L> answer(
      Callable<L> open, AtomicReference<L> made, AtomicBoolean over) throws Exception {
    try {
      var link = open.call();
      made.set(link);
      if (over.get()) {
        closeOnce(made);
      }
      return new Answer<>(Optional.ofNullable(link), Optional.empty());
    } catch (RuntimeException | InterruptedException fault) {
      throw fault;
    } catch (Exception no) {
      return new Answer<>(Optional.empty(), Optional.of(no));
    }
  }

  private static void closeOnce(AtomicReference<? extends AutoCloseable> made) {
    Optional.ofNullable(made.getAndSet(null)).ifPresent(Connecting::close);
  }

  private static void close(AutoCloseable late) {
    try {
      late.close();
    } catch (Exception stumbled) {
      LOG.warn("a link that came late does not close: {}", stumbled.getClass().getName());
    }
  }
}
