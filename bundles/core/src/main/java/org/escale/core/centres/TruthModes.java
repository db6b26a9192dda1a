package org.escale.core.centres;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.federation.TruthMode;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.spi.centre.CentreException;
import org.escale.spi.store.Calendar;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whether a space may have the truth mode that it is given: what a centre's system decides it has
 * to prove now, an allotment needs hours, and bookings that stand are not left behind on one side.
 * Safe for many threads.
 */
@Component(service = TruthModes.class)
public final class TruthModes {
  private static final Duration AHEAD = Duration.ofDays(401);
  private static final String FIELD = "field";
  private static final String MODE = "truthMode";

  private final Systems systems;
  private final Snapshots snapshots;
  private final Calendar calendar;
  private final Clock clock;
  private final Proofs proofs;

  /** Asks those systems. */
  @Activate
  public TruthModes(
      @Reference Systems systems,
      @Reference Snapshots snapshots,
      @Reference Calendar calendar,
      @Reference Clock clock,
      @Reference Proofs proofs) {
    this.systems = systems;
    this.snapshots = snapshots;
    this.calendar = calendar;
    this.clock = clock;
    this.proofs = proofs;
  }

  /**
   * Why it may not: {@code INVALID_FIELD, WRONG_STATE, TEMPORARILY_UNAVAILABLE}. Asks the centre's
   * system, so never inside a commit.
   */
  public Optional<Refusal> refusal(Space space) {
    var before = snapshots.now().get(Space.class, space.id());
    if (space.truth() == TruthMode.ALLOTMENT && space.ceded().isEmpty()) {
      var had = before.filter(was -> was.truth() == TruthMode.ALLOTMENT).isPresent();
      return had
          ? Optional.empty()
          : Optional.of(Refusal.of(RefusalCode.INVALID_FIELD, FIELD, "ceded"));
    }
    if (before.filter(was -> was.truth() == space.truth()).isPresent()) {
      return Optional.empty();
    }
    return leftBehind(before, space)
        .or(() -> Freshness.decidedThere(space) ? unproven(space) : Optional.empty());
  }

  /** Bookings that one side alone would know of. */
  private Optional<Refusal> leftBehind(Optional<Space> before, Space space) {
    var there = before.filter(Freshness::decidedThere).isPresent();
    if (there == Freshness.decidedThere(space)) {
      return Optional.empty();
    }
    var booked = ahead(space.id());
    return booked == 0
        ? Optional.empty()
        : Optional.of(Refusal.of(RefusalCode.WRONG_STATE, "bookings", "" + booked));
  }

  /** How many bookings of that space are ahead. */
  int ahead(SpaceId space) {
    var now = clock.instant();
    var ahead = new TimeSlot(now, now.plus(AHEAD));
    return calendar.busy(space, ahead).size() - calendar.foreign(space, ahead).size();
  }

  private Optional<Refusal> unproven(Space space) {
    var system = systems.keeping(space.centre(), space.id());
    var ref = system.flatMap(open -> open.ref(space.id()));
    if (ref.isEmpty() || system.get().link().desk().isEmpty()) {
      return Optional.of(Refusal.of(RefusalCode.INVALID_FIELD, FIELD, MODE));
    }
    try {
      var link = system.get().link();
      var earned = system.get().ask(() -> link.probe(ref.get())).claims();
      proofs.found(system.get().row(), space.id(), earned);
      return earned.compareTo(space.truth()) <= 0
          ? Optional.empty()
          : Optional.of(
              new Refusal(RefusalCode.INVALID_FIELD, Map.of(FIELD, MODE, "earned", earned.name())));
    } catch (CentreException silent) {
      system.get().failed(silent);
      return Optional.of(
          Refusal.of(RefusalCode.TEMPORARILY_UNAVAILABLE, "because", silent.getMessage()));
    }
  }
}
