package org.escale.core.centres;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.escale.adapter.ForeignBooking;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.booking.Move;
import org.escale.caller.Sight;
import org.escale.core.rights.People;
import org.escale.core.steward.EffectHandler.Again;
import org.escale.spi.centre.CentreDesk;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.ForeignRef;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.SpaceRef;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Brings a centre's system and a booking together. A booking that moves is asked for at its new
 * time under a key of its own; only once that is promised here is the old entry taken away, so that
 * whatever breaks off in between, one time stands and the next try finds how far it came. Runs on
 * the system's own thread.
 */
@Component(service = Placing.class)
public final class Placing {
  private static final Set<State> GIVEN_BACK =
      EnumSet.of(State.CANCELLED, State.REJECTED, State.EXPIRED, State.NO_SHOW);
  private static final Set<State> MOVES = EnumSet.of(State.CONFIRMED, State.CHECKED_IN);

  private final Words words;
  private final Verdicts verdicts;
  private final Collisions collisions;
  private final People people;
  private final Blocking blocking;

  /** Commits what comes of it through those verdicts. */
  @Activate
  public Placing(
      @Reference Words words,
      @Reference Verdicts verdicts,
      @Reference Collisions collisions,
      @Reference People people,
      @Reference Blocking blocking) {
    this.words = words;
    this.verdicts = verdicts;
    this.collisions = collisions;
    this.people = people;
    this.blocking = blocking;
  }

  private record Case(OpenSystem system, CentreDesk desk, SpaceRef ref, Kept<Booking> kept) {
    Booking booking() {
      return kept.word();
    }
  }

  /** Does what is left to do; empty when both sides agree. */
  Optional<Again> settle(OpenSystem system, Told told) throws CentreException {
    var kept = words.get(Booking.class, told.booking(), Sight.PLATFORM).orElseThrow();
    var desk = system.link().desk();
    var ref = system.ref(kept.word().space());
    if (desk.isEmpty() || ref.isEmpty()) {
      return Optional.empty();
    }
    var found = new Case(system, desk.get(), ref.get(), kept);
    var again = told.move() ? moving(found, told) : settled(found, told.shown());
    system.answered();
    return again;
  }

  private Optional<Again> settled(Case at, boolean shown) throws CentreException {
    var booking = at.booking();
    if (shown) {
      return shown(at);
    }
    if (booking.state() == State.PENDING) {
      var until = booking.heldUntil().orElse(booking.slot().to());
      return new Asking(stand(at, 0), booking.slot(), until, first(at)).on();
    }
    return GIVEN_BACK.contains(booking.state()) ? giveBack(at) : Optional.empty();
  }

  /** Ceded hours make room first, for a system that refuses what overlaps, and close up after. */
  private Optional<Again> shown(Case at) throws CentreException {
    if (!blocking.shows(at.booking().space())) {
      return new Showing(stand(at, 0), at.booking()).on();
    }
    var room = blocking.settle(at.system(), at.booking().space());
    var again = room.isPresent() ? room : new Showing(stand(at, 0), at.booking()).on();
    return again.isPresent() || at.booking().state().live()
        ? again
        : blocking.settle(at.system(), at.booking().space());
  }

  private Asking.Heard first(Case at) {
    return new Asking.Heard() {
      @Override
      public Optional<Again> yes(ForeignRef ref) {
        return compared(at, verdicts.confirmed(at.system(), at.kept(), ref));
      }

      @Override
      public Optional<Again> no() {
        return verdicts.rejected(at.kept(), "booking.ended.taken");
      }
    };
  }

  private Optional<Again> moving(Case at, Told told) throws CentreException {
    if (stands(at.booking()) == told.number()) {
      return GIVEN_BACK.contains(at.booking().state())
          ? giveBack(at)
          : stand(at, told.before()).giveBack();
    }
    var move = at.booking().move().filter(asked -> asked.number() == told.number());
    return move.filter(Move::asked).isPresent() && MOVES.contains(at.booking().state())
        ? new Asking(
                stand(at, told.number()), move.get().slot(), move.get().until(), next(at, told))
            .on()
        : stand(at, told.number()).giveBack();
  }

  private Asking.Heard next(Case at, Told told) {
    return new Asking.Heard() {
      @Override
      public Optional<Again> yes(ForeignRef ref) throws CentreException {
        var again = compared(at, verdicts.moved(at.system(), at.kept(), ref));
        return again.isPresent() ? again : stand(at, told.before()).giveBack();
      }

      @Override
      public Optional<Again> no() {
        return verdicts.stays(at.kept(), "booking.move.taken");
      }
    };
  }

  /** What staff wrote after the last look was seen while nothing was promised yet. */
  private Optional<Again> compared(Case at, Optional<Again> again) {
    if (again.isEmpty()) {
      words
          .get(Booking.class, at.booking().id(), Sight.PLATFORM)
          .ifPresent(kept -> collisions.compare(kept.word()));
    }
    return again;
  }

  private Optional<Again> giveBack(Case at) throws CentreException {
    var again = stand(at, stands(at.booking())).giveBack();
    var move = at.booking().move();
    return again.isEmpty() && move.isPresent() ? stand(at, move.get().number()).giveBack() : again;
  }

  /** Which of its entries is the booking's as it was promised. */
  private int stands(Booking booking) {
    return words
        .get(ForeignBooking.class, booking.id(), Sight.PLATFORM)
        .map(kept -> kept.word().number())
        .orElse(0);
  }

  private Stand stand(Case at, int number) {
    var key = new Key(at.booking().id().value(), number, people.issuer());
    return new Stand(at.system(), at.desk(), at.ref(), key);
  }
}
