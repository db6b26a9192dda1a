package org.escale.core.presence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.booking.BookingId;
import org.escale.caller.Caller;
import org.escale.core.rights.Meant;
import org.escale.core.rights.People;
import org.escale.core.rights.Person;
import org.escale.core.rights.Place;
import org.escale.core.rights.Use;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.Centre;
import org.escale.federation.CentreId;
import org.escale.federation.Extra;
import org.escale.federation.Space;
import org.escale.federation.SpaceKind;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Reception.Arrival;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Decides who may come in, with a booking or without one. Safe for many threads. */
@Component(service = Arrivals.class)
public final class Arrivals {
  /** How long before the booked time somebody may come, if the space is free until then. */
  static final Duration EARLY = Duration.ofHours(1);

  private final Clock clock;
  private final Words words;
  private final People people;
  private final Meant meant;
  private final Door door;

  /** Decides by these. */
  @Activate
  public Arrivals(
      @Reference Clock clock,
      @Reference Words words,
      @Reference People people,
      @Reference Meant meant,
      @Reference Door door) {
    this.clock = clock;
    this.words = words;
    this.people = people;
    this.meant = meant;
    this.door = door;
  }

  /** Who may come in now, or the first refusal. */
  Outcome<Arriving> of(Snapshot snapshot, Caller caller, Arrival arrival) {
    return of(snapshot, caller, arrival, clock.instant());
  }

  /** Who may have come in at that instant, or the first refusal. */
  Outcome<Arriving> of(Snapshot snapshot, Caller caller, Arrival arrival, Instant at) {
    var now = at.truncatedTo(ChronoUnit.SECONDS);
    return arrival.booking().isPresent()
        ? booked(snapshot, caller, arrival.booking().get(), now)
        : walkIn(snapshot, caller, arrival, now);
  }

  private Outcome<Arriving> booked(Snapshot snapshot, Caller caller, BookingId id, Instant now) {
    var known = words.get(Booking.class, id, caller.sight());
    if (known.isEmpty()) {
      return Outcome.refused(RefusalCode.NOT_FOUND);
    }
    var booking = known.get().word();
    var late = !now.isBefore(booking.slot().to());
    var early = now.isBefore(booking.slot().from().minus(EARLY));
    if (booking.state() != State.CONFIRMED || late || early) {
      return Outcome.refused(
          new Refusal(
              RefusalCode.WRONG_STATE,
              Map.of("state", booking.state().name(), "from", booking.slot().from().toString())));
    }
    return people
        .person(snapshot, booking.guest())
        .map(person -> booked(snapshot, person, known.get(), now))
        .orElseGet(() -> Outcome.refused(RefusalCode.UNKNOWN_MEMBER));
  }

  private Outcome<Arriving> booked(
      Snapshot snapshot, Person person, Kept<Booking> kept, Instant now) {
    var booking = kept.word();
    var use =
        new Use(
            snapshot.get(Space.class, booking.space()).map(Space::kind),
            extras(snapshot, booking),
            second(now));
    var slot =
        new TimeSlot(
            now.isBefore(booking.slot().from()) ? now : booking.slot().from(), booking.slot().to());
    return place(snapshot, person, booking.centre(), now)
        .then(
            place ->
                door.refusal(
                    new Rightful.AtDoor(
                        snapshot, person, place, use, Optional.of(booking.agreement()), true)))
        .map(
            open ->
                new Arriving(
                    snapshot,
                    booking.at(slot).in(State.CHECKED_IN),
                    kept.revision(),
                    person.credit(),
                    now));
  }

  private Outcome<Arriving> walkIn(Snapshot snapshot, Caller caller, Arrival arrival, Instant now) {
    var centre = arrival.centre().or(() -> caller.standing().centre());
    if (centre.isEmpty() || !receivesAt(caller, centre.get())) {
      return Outcome.refused(Refusal.of(RefusalCode.NOT_FOUND, "field", "centreId"));
    }
    return meant
        .person(snapshot, caller, arrival.member())
        .then(
            person ->
                place(snapshot, person, centre.get(), now)
                    .then(place -> door.walkIn(asking(snapshot, person, place, now)))
                    .map(offered -> arriving(snapshot, person, offered, now)));
  }

  private static Door.Asking asking(Snapshot snapshot, Person person, Place place, Instant now) {
    var use = new Use(Optional.of(SpaceKind.DESK), Set.of(), second(now));
    return new Door.Asking(snapshot, person, place, use, true);
  }

  static Arriving arriving(Snapshot snapshot, Person person, WalkIns.Offered offered, Instant now) {
    var booking =
        new Booking(
            new BookingId(UUID.randomUUID().toString()),
            offered.space().centre(),
            offered.space().id(),
            person.guest(),
            offered.slot(),
            State.CHECKED_IN,
            1,
            List.of(),
            offered.agreement(),
            Optional.empty(),
            true,
            Optional.empty(),
            Optional.empty());
    return new Arriving(snapshot, booking, 0, person.credit(), now);
  }

  /** A desk receives at its own centre only. */
  static boolean receivesAt(Caller caller, CentreId centre) {
    return caller.standing().centre().filter(own -> !own.equals(centre)).isEmpty();
  }

  static Outcome<Place> place(Snapshot snapshot, Person person, CentreId id, Instant at) {
    return snapshot
        .get(Centre.class, id)
        .flatMap(centre -> Place.of(snapshot, person, centre, at))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Refusal.of(RefusalCode.NOT_FOUND, "field", "centreId")));
  }

  static TimeSlot second(Instant at) {
    return new TimeSlot(at, at.plusSeconds(1));
  }

  private static Set<String> extras(Snapshot snapshot, Booking booking) {
    return booking.lines().stream()
        .flatMap(line -> snapshot.get(Extra.class, line.extra()).stream())
        .map(Extra::kind)
        .collect(Collectors.toSet());
  }
}
