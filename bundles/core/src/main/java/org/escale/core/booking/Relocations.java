package org.escale.core.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.adapter.ForeignBooking;
import org.escale.booking.Agreement;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.booking.Move;
import org.escale.caller.Sight;
import org.escale.core.centres.Relocation;
import org.escale.core.centres.Told;
import org.escale.core.commits.Draft;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Moves bookings of spaces that their centre's own system decides on: first asked, then made so
 * when it agreed. It has ten minutes. Safe for many threads.
 */
@Component(service = {Relocations.class, Relocation.class})
public final class Relocations implements Relocation {
  private static final Duration ANSWERED = Duration.ofMinutes(10);
  private static final Set<State> MOVES = EnumSet.of(State.CONFIRMED, State.CHECKED_IN);

  private final Words words;
  private final Stays stays;
  private final Clock clock;

  /** What moves along is known to those stays. */
  @Activate
  public Relocations(@Reference Words words, @Reference Stays stays, @Reference Clock clock) {
    this.words = words;
    this.stays = stays;
    this.clock = clock;
  }

  /** Whether another time can be asked for: {@code WRONG_STATE} while an answer is out. */
  Optional<Refusal> refusal(Booking booking) {
    var asked = booking.move().filter(Move::asked).isPresent();
    if (MOVES.contains(booking.state()) && !asked && next(booking) <= Move.MOST) {
      return Optional.empty();
    }
    var state = booking.state().name();
    var details = asked ? Map.of("state", state, "move", "ASKED") : Map.of("state", state);
    return Optional.of(new Refusal(RefusalCode.WRONG_STATE, details));
  }

  /** The booking as it stands, asking for that time. */
  Draft<Booking> ask(Booking booking, TimeSlot slot, Agreement agreement, long revision) {
    var move = next(booking, slot, agreement, clock.instant().plus(ANSWERED));
    return Draft.of(booking.asking(Optional.of(move)), revision)
        .atAskedRevision()
        .causing(List.of(Told.moving(booking, move, stands(booking))));
  }

  /** The question, under a number that the booking never had. */
  Move next(Booking booking, TimeSlot slot, Agreement agreement, Instant until) {
    return new Move(next(booking), slot, agreement, until, Optional.empty());
  }

  @Override
  public Outcome<Draft<Booking>> moved(Kept<Booking> kept, Instant now) {
    var booking = kept.word();
    var move = booking.move().orElseThrow();
    var moved = Moved.to(booking, move.slot(), move.agreement());
    return booking.state() == State.CHECKED_IN
        ? stays.of(booking, move.slot(), now).map(stay -> stays.draft(stay, moved, kept.revision()))
        : Outcome.done(Draft.of(moved, kept.revision()));
  }

  private int next(Booking booking) {
    return Math.max(stands(booking), booking.move().map(Move::number).orElse(0)) + 1;
  }

  private int stands(Booking booking) {
    return words
        .get(ForeignBooking.class, booking.id(), Sight.PLATFORM)
        .map(kept -> kept.word().number())
        .orElse(0);
  }
}
