package org.escale.core.presence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.escale.adapter.ForeignEvent;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.core.centres.Teller;
import org.escale.core.steward.EffectHandler.Again;
import org.escale.presence.Closing.By;
import org.escale.presence.Visit;
import org.escale.refusal.Outcome;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Lets in and out whom a centre's own system saw come and go, as of then. Who is here already, or
 * has left, stays as it is: the first word counts. Safe for many threads.
 */
@Component(service = ToldArrivals.class)
public final class ToldArrivals {
  private static final Set<State> NOT_YET = EnumSet.of(State.HELD, State.PENDING, State.UNKNOWN);
  private static final Set<State> WAS_HERE = EnumSet.of(State.CHECKED_IN, State.FULFILLED);

  private final CheckIn checkIn;
  private final Closings closings;
  private final LateWords late;
  private final ToldVisits visits;

  /** Through these. */
  @Activate
  public ToldArrivals(
      @Reference CheckIn checkIn,
      @Reference Closings closings,
      @Reference LateWords late,
      @Reference ToldVisits visits) {
    this.checkIn = checkIn;
    this.closings = closings;
    this.late = late;
    this.visits = visits;
  }

  /** Somebody came. */
  Optional<Again> arrived(ForeignEvent event, Booking booking, Instant now) {
    if (WAS_HERE.contains(booking.state())) {
      return Optional.empty();
    }
    if (NOT_YET.contains(booking.state())) {
      return Optional.of(ToldVisits.wait("the booking is not confirmed yet"));
    }
    var at = earlier(event.told().at(), now);
    return ToldVisits.settled(checkIn.came(Teller.of(event), booking.id(), at));
  }

  /** Somebody left. */
  Optional<Again> left(ForeignEvent event, Booking booking, Instant now) {
    var visit = visits.of(booking);
    if (visit.isEmpty()) {
      return Optional.of(ToldVisits.missing(booking));
    }
    var at = earlier(event.told().at(), now).truncatedTo(ChronoUnit.SECONDS);
    return visit.get().open()
        ? ended(event, visit.get(), at, now)
        : later(event, visit.get(), at, now);
  }

  private Optional<Again> ended(ForeignEvent event, Visit visit, Instant at, Instant now) {
    var out = at.isBefore(visit.startedAt()) ? visit.startedAt() : at;
    var wish = new Closings.Wish(Teller.of(event), KnownFacts.checkedOut(out));
    var closed = closings.close(visit.id(), wish, now);
    return closed instanceof Outcome.Done
        ? Optional.empty()
        : Optional.of(ToldVisits.wait("its visit cannot be ended yet"));
  }

  /** It was over by a limit before we were told: what was recorded is weighed again. */
  private Optional<Again> later(ForeignEvent event, Visit visit, Instant at, Instant now) {
    var closing = visit.closing().orElseThrow();
    if (closing.by() == By.CHECK_OUT || closing.at().equals(at)) {
      return Optional.empty();
    }
    var out = at.isBefore(visit.startedAt()) ? visit.startedAt() : at;
    return ToldVisits.settled(late.left(visit.id(), out, event.id().value(), now));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
