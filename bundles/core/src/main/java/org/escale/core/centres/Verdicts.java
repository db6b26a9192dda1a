package org.escale.core.centres;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escale.adapter.ForeignBooking;
import org.escale.booking.Booking;
import org.escale.booking.Booking.End;
import org.escale.booking.Booking.State;
import org.escale.caller.Sight;
import org.escale.core.commits.Commits;
import org.escale.core.commits.Draft;
import org.escale.core.steward.EffectHandler.Again;
import org.escale.refusal.Outcome;
import org.escale.spi.centre.ForeignRef;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.Effect;
import org.escale.spi.store.Words;
import org.escale.spi.store.Write;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Commits what a centre's system said of a booking. Safe for many threads. */
@Component(service = Verdicts.class)
public final class Verdicts {
  private static final Again AT_ONCE = new Again(Duration.ofMillis(1), "changed meanwhile");

  private final Commits commits;
  private final Words words;
  private final Clock clock;
  private final Relocation relocation;

  /** Commits there. */
  @Activate
  public Verdicts(
      @Reference Commits commits,
      @Reference Words words,
      @Reference Clock clock,
      @Reference Relocation relocation) {
    this.commits = commits;
    this.words = words;
    this.clock = clock;
    this.relocation = relocation;
  }

  /**
   * The place is ours there and here; where the booking changed meanwhile it is looked at again.
   */
  Optional<Again> confirmed(OpenSystem system, Kept<Booking> kept, ForeignRef ref) {
    return committed(
        List.of(new Write.Put(kept.word().promised(), kept.revision()), stands(system, kept, ref)),
        List.of());
  }

  /** The other time is ours there, and now here. */
  Optional<Again> moved(OpenSystem system, Kept<Booking> kept, ForeignRef ref) {
    var drafted = relocation.moved(kept, clock.instant());
    if (!(drafted instanceof Outcome.Done<Draft<Booking>> done)) {
      return stays(kept, "booking.move.over").or(() -> Optional.of(AT_ONCE));
    }
    var writes = new ArrayList<>(done.value().writes());
    writes.add(stands(system, kept, ref));
    return committed(writes, done.value().effects());
  }

  /** The booking stands as it was; what was asked for is told with its reason. */
  Optional<Again> stays(Kept<Booking> kept, String why) {
    var refused = kept.word().move().map(move -> move.refused(why));
    return committed(new Write.Put(kept.word().asking(refused), kept.revision()));
  }

  private Write stands(OpenSystem system, Kept<Booking> kept, ForeignRef ref) {
    var booking = kept.word();
    var stands =
        new ForeignBooking(
            booking.id(),
            system.row().id(),
            booking.centre(),
            booking.space(),
            ref.id(),
            ref.revision(),
            ref.key().number());
    var was = words.get(ForeignBooking.class, booking.id(), Sight.PLATFORM);
    return new Write.Put(stands, was.map(Kept::revision).orElse(0L));
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
    return committed(List.of(writes), List.of());
  }

  private Optional<Again> committed(List<Write> writes, List<Effect> effects) {
    var change = new Change("platform", Optional.empty(), writes, effects);
    return commits.commit(change) instanceof CommitOutcome.Committed
        ? Optional.empty()
        : Optional.of(AT_ONCE);
  }
}
