package org.escale.core.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.booking.Booking;
import org.escale.booking.BookingId;
import org.escale.booking.Move;
import org.escale.caller.Sight;
import org.escale.core.commits.Commits;
import org.escale.core.steward.EffectHandler;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.Effect;
import org.escale.spi.store.Outbox;
import org.escale.spi.store.Words;
import org.escale.spi.store.Write;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives up another time that a person was asked for and did not answer; the booking stands. */
@Component(service = EffectHandler.class)
public final class RunOut implements EffectHandler {
  private static final String KIND = "move-asked";
  private static final String NUMBER = "number";
  private static final Again AT_ONCE = new Again(Duration.ofMillis(1), "changed meanwhile");

  private final Words words;
  private final Commits commits;

  /** Commits there. */
  @Activate
  public RunOut(@Reference Words words, @Reference Commits commits) {
    this.words = words;
    this.commits = commits;
  }

  /** What is committed with the question. */
  static Effect of(Booking booking, Move move) {
    var key = KIND + ":" + booking.id() + ":" + move.number() + ":" + move.until();
    var details = Map.of(NUMBER, "" + move.number());
    return new Effect(key, KIND, booking.id().value(), details);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Again> handle(Outbox.Waiting waiting, Instant now) {
    var number = Integer.parseInt(waiting.effect().details().get(NUMBER));
    return words
        .get(Booking.class, new BookingId(waiting.effect().about()), Sight.PLATFORM)
        .filter(kept -> waits(kept.word(), number))
        .flatMap(kept -> after(kept, now));
  }

  private static boolean waits(Booking booking, int number) {
    return booking.state().live()
        && booking.move().filter(m -> m.asked() && m.number() == number).isPresent();
  }

  private Optional<Again> after(Kept<Booking> kept, Instant now) {
    var until = kept.word().move().orElseThrow().until();
    if (until.isAfter(now)) {
      return Optional.of(new Again(Duration.between(now, until), "a person answers"));
    }
    var left =
        kept.word().asking(kept.word().move().map(m -> m.refused("booking.move.not-answered")));
    var change =
        new Change(
            "platform", Optional.empty(), List.of(new Write.Put(left, kept.revision())), List.of());
    return commits.commit(change) instanceof CommitOutcome.Committed
        ? Optional.empty()
        : Optional.of(AT_ONCE);
  }
}
