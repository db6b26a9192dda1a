package org.escale.core.centres;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.escale.booking.Booking;
import org.escale.booking.BookingId;
import org.escale.caller.Sight;
import org.escale.core.steward.EffectHandler;
import org.escale.spi.store.Outbox;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells a centre's system what became of a booking, on the system's own thread. */
@Component(service = EffectHandler.class)
public final class CentreEffects implements EffectHandler {
  private static final Duration CLOSED = Duration.ofSeconds(10);

  private static final Again WITHDRAW = new Again(Duration.ofMillis(1), "not answered in time");

  private final Systems systems;
  private final Placing placing;
  private final Verdicts verdicts;
  private final Words words;

  /** Through those systems. */
  @Activate
  public CentreEffects(
      @Reference Systems systems,
      @Reference Placing placing,
      @Reference Verdicts verdicts,
      @Reference Words words) {
    this.systems = systems;
    this.placing = placing;
    this.verdicts = verdicts;
    this.words = words;
  }

  @Override
  public String kind() {
    return Told.KIND;
  }

  /** What concerns one centre is looked at in its order and delays no other. */
  @Override
  public Optional<String> lane(Outbox.Waiting waiting) {
    return Optional.of(Told.centre(waiting.effect()));
  }

  @Override
  public Optional<Again> handle(Outbox.Waiting waiting, Instant now) {
    return words
        .get(Booking.class, new BookingId(waiting.effect().about()), Sight.PLATFORM)
        .flatMap(kept -> giveUp(kept, now).or(() -> told(waiting, kept.word())));
  }

  /** What nobody answered in time is given up, whether the system is here or not. */
  private Optional<Again> giveUp(Kept<Booking> kept, Instant now) {
    var late = kept.word().move().filter(move -> move.asked() && !move.until().isAfter(now));
    return late.isEmpty() || !kept.word().state().live()
        ? Optional.empty()
        : verdicts.stays(kept, "booking.move.not-answered").or(() -> Optional.of(WITHDRAW));
  }

  private Optional<Again> told(Outbox.Waiting waiting, Booking booking) {
    var system = systems.keeping(booking.centre(), booking.space());
    if (system.isEmpty()) {
      return Optional.of(new Again(CLOSED, "its adapter is not here"));
    }
    var told = Told.of(waiting.effect());
    return Optional.of(
        Again.said(
            system.get().tell(waiting.effect().key(), () -> placing.settle(system.get(), told))));
  }
}
