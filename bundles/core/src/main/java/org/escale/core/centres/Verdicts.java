package org.escale.core.centres;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.escale.adapter.ForeignBooking;
import org.escale.booking.Booking;
import org.escale.booking.Booking.End;
import org.escale.booking.Booking.State;
import org.escale.core.commits.Commits;
import org.escale.core.steward.EffectHandler.Again;
import org.escale.spi.centre.ForeignRef;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.Words;
import org.escale.spi.store.Write;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Commits what a centre's system said of a booking. Safe for many threads. */
@Component(service = Verdicts.class)
public final class Verdicts {
  private final Commits commits;
  private final Words words;
  private final Clock clock;

  /** Commits there. */
  @Activate
  public Verdicts(@Reference Commits commits, @Reference Words words, @Reference Clock clock) {
    this.commits = commits;
    this.words = words;
    this.clock = clock;
  }

  /**
   * The place is ours there and here; where the booking changed meanwhile it is looked at again.
   */
  Optional<Again> confirmed(OpenSystem system, Kept<Booking> kept, ForeignRef ref) {
    var booking = kept.word();
    var stands =
        new ForeignBooking(
            booking.id(),
            system.row().id(),
            booking.centre(),
            booking.space(),
            ref.id(),
            ref.revision());
    var was = words.get(ForeignBooking.class, booking.id(), org.escale.caller.Sight.PLATFORM);
    return committed(
        new Write.Put(booking.promised(), kept.revision()),
        new Write.Put(stands, was.map(Kept::revision).orElse(0L)));
  }

  /** The centre said no. */
  Optional<Again> rejected(Kept<Booking> kept, String reason) {
    var end = new End("centre", clock.instant(), reason);
    return committed(new Write.Put(kept.word().ended(State.REJECTED, end), kept.revision()));
  }

  /** The centre's staff took it away: called off by the centre. */
  Optional<Again> calledOff(Kept<Booking> kept) {
    var end = new End("centre", clock.instant(), "booking.ended.taken-away");
    return committed(new Write.Put(kept.word().ended(State.CANCELLED, end), kept.revision()));
  }

  /** Commits as the platform; again at once where something changed meanwhile. */
  Optional<Again> committed(Write... writes) {
    var change = new Change("platform", Optional.empty(), List.of(writes), List.of());
    return commits.commit(change) instanceof CommitOutcome.Committed
        ? Optional.empty()
        : Optional.of(new Again(Duration.ofMillis(1), "changed meanwhile"));
  }
}
