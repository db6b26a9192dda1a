package org.escale.core.presence;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.escale.booking.Agreement;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.booking.BookingId;
import org.escale.caller.Sight;
import org.escale.client.Member;
import org.escale.core.rights.People;
import org.escale.core.rights.Person;
import org.escale.core.rights.Place;
import org.escale.core.rights.Purse;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.CentreId;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.money.Money;
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
 * Where somebody is whom a box let in. Who is in was allowed by a list that we signed: rights are
 * not asked again. What cannot be as the box meant it becomes the next best that is true, and no
 * more is reserved than is left of a credit. Safe for many threads.
 */
@Component(service = LinePlaces.class)
public final class LinePlaces {
  private final Clock clock;
  private final Words words;
  private final People people;
  private final Purse purse;
  private final WalkIns walkIns;
  private final LineHolds holds;

  /** Decides by these. */
  @Activate
  public LinePlaces(
      @Reference Clock clock,
      @Reference Words words,
      @Reference People people,
      @Reference Purse purse,
      @Reference WalkIns walkIns,
      @Reference LineHolds holds) {
    this.clock = clock;
    this.words = words;
    this.people = people;
    this.purse = purse;
    this.walkIns = walkIns;
    this.holds = holds;
  }

  /** By the booking, if it still waits; else at the desk that the box gave, or any that is free. */
  Outcome<Arriving> arriving(Snapshot snapshot, LineArrivals.Told told, Member member) {
    var known = people.person(snapshot, member.id());
    if (known.isEmpty()) {
      return Outcome.refused(RefusalCode.UNKNOWN_MEMBER);
    }
    var person = known.get();
    var now = clock.instant();
    var at = (told.at().isAfter(now) ? now : told.at()).truncatedTo(ChronoUnit.SECONDS);
    var meant = booking(told, person);
    return meant
        .filter(kept -> kept.word().state() == State.CONFIRMED)
        .filter(kept -> at.isBefore(kept.word().slot().to()))
        .map(kept -> Outcome.done(booked(snapshot, person, kept, at)))
        .orElseGet(
            () ->
                unbooked(
                    snapshot,
                    person,
                    new There(told.centre(), at, space(snapshot, told, meant), until(meant))))
        .map(came -> came.by(line(told, person, came.agreement())));
  }

  /** What was held back for its box pays first. */
  private Arriving.Line line(LineArrivals.Told told, Person person, Agreement agreed) {
    var most = agreed.own() ? Money.ZERO : agreed.terms().ceiling();
    var drawn = holds.drawn(told.box(), told.grant(), person, most);
    var left = left(person).plus(drawn.credit());
    return new Arriving.Line(told.grant(), "", left, drawn.writes());
  }

  /**
   * Where somebody is, and since when.
   *
   * @param given the place that the box gave
   * @param until until when it was to be theirs
   */
  private record There(CentreId centre, Instant at, Optional<Space> given, Instant until) {}

  /** From then on that the booking says, also where the box's clock is ahead of ours. */
  private static Arriving booked(Snapshot snapshot, Person person, Kept<Booking> kept, Instant at) {
    var here = kept.word().in(State.CHECKED_IN);
    return new Arriving(snapshot, here, kept.revision(), person.credit(), at);
  }

  /** The place that the box gave, as long as nobody else has it; else any that is free. */
  private Outcome<Arriving> unbooked(Snapshot snapshot, Person person, There there) {
    return Arrivals.place(snapshot, person, there.centre(), there.at())
        .then(place -> way(place))
        .then(
            place ->
                desk(snapshot, place, there)
                    .map(desk -> walkIns.offer(snapshot, person, place, desk))
                    .orElseGet(() -> Outcome.refused(RefusalCode.CENTRE_FULL)))
        .map(offered -> Arrivals.arriving(snapshot, person, offered, there.at()));
  }

  private static Outcome<Place> way(Place place) {
    return place.way().isPresent()
        ? Outcome.done(place)
        : Outcome.refused(
            Refusal.of(RefusalCode.CENTRE_NOT_ACTIVE, "centreId", place.centre().id().value()));
  }

  /**
   * Who is in already may be there for the last minutes too. Of all others the desk that is free
   * longest; of equals the one that was given, and one that is ceded last.
   */
  private Optional<WalkIns.Desk> desk(Snapshot snapshot, Place place, There there) {
    var least = there.at().plus(WalkIns.LEAST);
    var closes = place.centre().hours().openUntil(there.at()).filter(least::isBefore).orElse(least);
    var open = new TimeSlot(there.at(), closes);
    var given = there.given().flatMap(space -> walkIns.free(space, open));
    return given
        .filter(desk -> !desk.slot().to().isBefore(there.until()))
        .or(
            () ->
                Stream.of(
                        given.stream(),
                        walkIns.desk(snapshot, place.centre(), open).stream(),
                        walkIns.ceded(snapshot, place.centre(), open).stream())
                    .flatMap(desks -> desks)
                    .reduce(BinaryOperator.maxBy(Comparator.comparing(desk -> desk.slot().to()))));
  }

  /** A ceded desk was given as long as it is free. */
  private static Instant until(Optional<Kept<Booking>> meant) {
    return meant.map(kept -> kept.word().slot().to()).orElse(Instant.MIN);
  }

  private Optional<Kept<Booking>> booking(LineArrivals.Told told, Person person) {
    return id(told, "booking/")
        .flatMap(id -> words.get(Booking.class, new BookingId(id), Sight.PLATFORM))
        .filter(kept -> kept.word().guest().equals(person.guest()));
  }

  private Optional<Space> space(
      Snapshot snapshot, LineArrivals.Told told, Optional<Kept<Booking>> meant) {
    return id(told, "desk/")
        .map(SpaceId::new)
        .or(() -> meant.map(kept -> kept.word().space()))
        .flatMap(id -> snapshot.get(Space.class, id));
  }

  private static Optional<String> id(LineArrivals.Told told, String kind) {
    return Optional.of(told.place())
        .filter(place -> place.startsWith(kind))
        .map(place -> place.substring(kind.length()));
  }

  private Money left(Person person) {
    return person
        .credit()
        .map(purse::credit)
        .map(left -> left.isNegative() ? Money.ZERO : left)
        .orElse(Money.ZERO);
  }
}
