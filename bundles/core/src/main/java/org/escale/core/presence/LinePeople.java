package org.escale.core.presence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.escale.booking.Agreement;
import org.escale.booking.Booking;
import org.escale.client.Guest;
import org.escale.client.Member;
import org.escale.core.rights.Authoriser;
import org.escale.core.rights.Chance;
import org.escale.core.rights.Facts;
import org.escale.core.rights.People;
import org.escale.core.rights.Person;
import org.escale.core.rights.Place;
import org.escale.core.rights.Use;
import org.escale.core.rights.Way;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.Centre;
import org.escale.federation.Space;
import org.escale.federation.SpaceKind;
import org.escale.presence.Visit;
import org.escale.refusal.Outcome;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Who may come to a centre while its line is away (law S5): people who booked, and on the desks
 * that are ceded to its box other members. Each passes every question of rights now; nobody is
 * promised a desk that is not free. Safe for many threads.
 */
@Component(service = LinePeople.class)
public final class LinePeople {
  /** So many who did not book are listed at most. */
  static final int MOST_WALK_INS = 1000;

  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration STEP = Duration.ofMinutes(15);

  private final People people;
  private final WalkIns walkIns;
  private final LineCodes codes;

  /** Among those people. */
  @Activate
  public LinePeople(
      @Reference People people, @Reference WalkIns walkIns, @Reference LineCodes codes) {
    this.people = people;
    this.walkIns = walkIns;
    this.codes = codes;
  }

  /**
   * Somebody who may come.
   *
   * @param slot when
   * @param end when the session is over at the latest
   */
  record Expected(
      Person person, TimeSlot slot, Instant end, Agreement agreement, Optional<Booking> booking) {}

  /** Everybody who may come within that time, and the desks for those who did not book. */
  record Company(List<Expected> expected, List<WalkIns.Desk> desks) {}

  private record Desk(Centre centre, WalkIns.Desk desk) {}

  Company at(Snapshot snapshot, Centre centre, TimeSlot period) {
    var present = snapshot.all(Visit.class).stream().map(Visit::guest).collect(Collectors.toSet());
    var booked = booked(snapshot, centre, period);
    var known = booked.stream().map(e -> e.person().guest()).collect(Collectors.toSet());
    known.addAll(present);
    var desks =
        open(centre, period).map(slot -> walkIns.ceded(snapshot, centre, slot)).orElse(List.of());
    var all =
        new ArrayList<>(
            booked.stream().filter(e -> !present.contains(e.person().guest())).toList());
    desks.stream()
        .max(Comparator.comparing(desk -> desk.slot().to()))
        .ifPresent(desk -> all.addAll(unbooked(snapshot, new Desk(centre, desk), known)));
    return new Company(all, desks);
  }

  private List<Expected> booked(Snapshot snapshot, Centre centre, TimeSlot period) {
    return codes.all(Booking.class, centre.id(), period.from().minus(DAY), period.to()).stream()
        .filter(booking -> booking.state() == Booking.State.CONFIRMED)
        .filter(booking -> booking.slot().overlaps(period))
        .sorted(
            Comparator.comparing((Booking b) -> b.slot().from()).thenComparing(b -> b.id().value()))
        .flatMap(booking -> expected(snapshot, centre, booking).stream())
        .toList();
  }

  private Optional<Expected> expected(Snapshot snapshot, Centre centre, Booking booking) {
    var slot = booking.slot();
    var kind = snapshot.get(Space.class, booking.space()).map(Space::kind);
    var use = new Use(kind, Set.of(), Arrivals.second(slot.from()));
    var end = slot.to().plus(booking.agreement().terms().grace());
    return people
        .person(snapshot, booking.guest())
        .filter(person -> may(snapshot, person, centre, use))
        .map(person -> new Expected(person, slot, end, booking.agreement(), Optional.of(booking)));
  }

  /** What each way into the centre would cost is asked once: there are few ways. */
  private List<Expected> unbooked(Snapshot snapshot, Desk there, Set<Guest> known) {
    Map<Way, Optional<WalkIns.Offered>> offers = new HashMap<>();
    return snapshot.all(Member.class).stream()
        .filter(member -> !known.contains(people.guest(member)))
        .flatMap(member -> people.person(snapshot, member.id()).stream())
        .flatMap(person -> unbooked(snapshot, person, there, offers).stream())
        .limit(MOST_WALK_INS)
        .toList();
  }

  private Optional<Expected> unbooked(
      Snapshot snapshot, Person person, Desk there, Map<Way, Optional<WalkIns.Offered>> offers) {
    var slot = there.desk().slot();
    var until = allowed(snapshot, person, there);
    if (until.isEmpty()) {
      return Optional.empty();
    }
    var place = Place.of(snapshot, person, there.centre(), slot.from()).orElseThrow();
    return offers
        .computeIfAbsent(
            place.way().orElseThrow(),
            way -> offered(walkIns.offer(snapshot, person, place, there.desk())))
        .map(
            offer ->
                new Expected(
                    person,
                    new TimeSlot(slot.from(), until.get()),
                    slot.to(),
                    offer.agreement(),
                    Optional.empty()));
  }

  /** Until when that person may come in without a break, asked every quarter of an hour. */
  private static Optional<Instant> allowed(Snapshot snapshot, Person person, Desk there) {
    var slot = there.desk().slot();
    var reached = slot.from();
    while (reached.isBefore(slot.to()) && may(snapshot, person, there.centre(), desk(reached))) {
      reached = reached.plus(STEP);
    }
    return reached.equals(slot.from())
        ? Optional.empty()
        : Optional.of(reached.isBefore(slot.to()) ? reached : slot.to());
  }

  private static Use desk(Instant at) {
    return new Use(Optional.of(SpaceKind.DESK), Set.of(), Arrivals.second(at));
  }

  private static boolean may(Snapshot snapshot, Person person, Centre centre, Use use) {
    return Place.of(snapshot, person, centre, use.slot().from())
        .filter(
            place ->
                Authoriser.refusal(new Facts(Optional.of(person), place, use, Chance.GOOD))
                    .isEmpty())
        .isPresent();
  }

  private static <T> Optional<T> offered(Outcome<T> outcome) {
    return outcome instanceof Outcome.Done<T> done ? Optional.of(done.value()) : Optional.empty();
  }

  /** While it is open: now, or from its next opening on. */
  private static Optional<TimeSlot> open(Centre centre, TimeSlot period) {
    var hours = centre.hours();
    var now = hours.openUntil(period.from()).map(to -> new TimeSlot(period.from(), to));
    var today = LocalDate.ofInstant(period.from(), hours.zone());
    return now.or(
            () ->
                Stream.of(today, today.plusDays(1))
                    .flatMap(day -> hours.on(day).stream())
                    .filter(slot -> slot.from().isAfter(period.from()))
                    .findFirst())
        .flatMap(slot -> slot.common(period));
  }
}
