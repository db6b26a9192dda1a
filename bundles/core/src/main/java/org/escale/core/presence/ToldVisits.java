package org.escale.core.presence;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.caller.Sight;
import org.escale.core.steward.EffectHandler.Again;
import org.escale.presence.Visit;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.escale.word.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The visits that a centre's own system speaks of, and what an answer means for its word. */
@Component(service = ToldVisits.class)
public final class ToldVisits {
  private static final Duration AGAIN = Duration.ofSeconds(5);
  private static final Set<RefusalCode> PASSING =
      EnumSet.of(
          RefusalCode.TEMPORARILY_UNAVAILABLE,
          RefusalCode.CHANGED_MEANWHILE,
          RefusalCode.ALREADY_PRESENT);
  private static final Set<State> MAY_COME =
      EnumSet.of(State.HELD, State.PENDING, State.UNKNOWN, State.CONFIRMED);

  private final Words words;

  /** Of those words. */
  @Activate
  public ToldVisits(@Reference Words words) {
    this.words = words;
  }

  /** The visit of that booking, if there was one. */
  Optional<Visit> of(Booking booking) {
    var query = Query.where("bookingId", booking.id().value());
    return words.find(Visit.class, query, Sight.PLATFORM).items().stream()
        .map(Kept::word)
        .findFirst();
  }

  /** What rests on a visit waits for it, as long as it may come. */
  static Again missing(Booking booking) {
    return MAY_COME.contains(booking.state())
        ? wait("nobody has arrived yet")
        : Again.aside("the booking is " + booking.state() + ", nobody came");
  }

  static Again wait(String why) {
    return new Again(AGAIN, why);
  }

  /** Done, to be tried again, or refused for good with its code. */
  static Optional<Again> settled(Outcome<?> outcome) {
    if (!(outcome instanceof Outcome.Refused<?> no)) {
      return Optional.empty();
    }
    var code = no.refusal().code();
    return Optional.of(
        PASSING.contains(code)
            ? wait(code.name())
            : Again.aside("refused: " + no.refusal().code()));
  }
}
