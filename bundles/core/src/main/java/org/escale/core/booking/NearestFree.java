package org.escale.core.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.core.rights.Authoriser;
import org.escale.core.rights.Meant;
import org.escale.core.rights.Person;
import org.escale.core.rights.Place;
import org.escale.core.rights.Purse;
import org.escale.core.snapshot.Snapshot;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Centre;
import org.escale.federation.CentreId;
import org.escale.federation.Space;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Search;
import org.escale.spi.store.StoreException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Walks outwards from where somebody is, centre by centre, and stops when enough is found. It looks
 * at the same rights and the same calendar as booking does. Safe for many threads.
 */
@Component(service = Search.class)
public final class NearestFree implements Search {
  private static final int MOST = 1000;

  private final Snapshots snapshots;
  private final Meant meant;
  private final Purse purse;
  private final FreeSpaces free;
  private final Clock clock;
  private final Atlas atlas = new Atlas();

  /** Searches the current snapshot. */
  @Activate
  public NearestFree(
      @Reference Snapshots snapshots,
      @Reference Meant meant,
      @Reference Purse purse,
      @Reference FreeSpaces free,
      @Reference Clock clock) {
    this.snapshots = snapshots;
    this.meant = meant;
    this.purse = purse;
    this.free = free;
    this.clock = clock;
  }

  @Override
  public Outcome<List<Found>> find(Caller caller, Wish wish) {
    var now = clock.instant();
    var refusal = asked(caller, wish).or(() -> Slots.refusal(wish.slot(), now));
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    try {
      var snapshot = snapshots.now();
      return seeker(snapshot, caller, wish)
          .map(person -> new Quest(snapshot, wish, person, left(snapshot, person, wish)))
          .map(quest -> nearest(quest, now));
    } catch (StoreException away) {
      return Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }
  }

  private static Optional<Refusal> asked(Caller caller, Wish wish) {
    if (!caller.may(Operation.AVAILABILITY_SEARCH) && !listed(caller, wish)) {
      return Optional.of(Refusal.of(RefusalCode.NOT_ALLOWED));
    }
    if (wish.people() < 1) {
      return Optional.of(Refusal.of(RefusalCode.INVALID_FIELD, "field", "people"));
    }
    return wish.limit() < 1 || wish.limit() > MOST
        ? Optional.of(Refusal.of(RefusalCode.INVALID_FIELD, "field", "limit"))
        : Optional.empty();
  }

  /** Whether it is a look into the public directory, at list prices and for nobody. */
  private static boolean listed(Caller caller, Wish wish) {
    return caller.may(Operation.DIRECTORY_READ) && wish.member().isEmpty();
  }

  private Outcome<Optional<Person>> seeker(Snapshot snapshot, Caller caller, Wish wish) {
    if (wish.member().isEmpty() && caller.standing().member().isEmpty()) {
      return Outcome.done(Optional.empty());
    }
    return meant
        .person(snapshot, caller, wish.member())
        .then(
            person ->
                Authoriser.person(person)
                    .<Outcome<Optional<Person>>>map(Outcome::refused)
                    .orElseGet(() -> Outcome.done(Optional.of(person))));
  }

  private Optional<org.escale.money.Money> left(
      Snapshot snapshot, Optional<Person> person, Wish wish) {
    return person.flatMap(who -> purse.left(snapshot, who, wish.slot().from()));
  }

  private List<Found> nearest(Quest quest, Instant now) {
    var walk = atlas.of(quest.snapshot()).from(quest.wish().near());
    var found = new ArrayList<Found>();
    double furthest = 0;
    while (walk.hasNext()) {
      var reached = walk.next();
      if (found.size() >= quest.wish().limit() && reached.kilometres() > furthest) {
        break;
      }
      int before = found.size();
      at(quest, reached, now, found);
      furthest = found.size() > before ? reached.kilometres() : furthest;
    }
    found.sort(
        Comparator.comparingDouble(Found::distanceKm)
            .thenComparing(item -> item.space().id().value()));
    return List.copyOf(found.subList(0, Math.min(found.size(), quest.wish().limit())));
  }

  private void at(Quest quest, Nearby.Reached<CentreId> reached, Instant now, List<Found> found) {
    quest
        .snapshot()
        .get(Centre.class, reached.thing())
        .flatMap(quest::place)
        .ifPresent(
            place ->
                free.of(quest, place, now)
                    .forEach(offer -> found.add(found(place, offer, reached))));
  }

  private static Found found(
      Place place, FreeSpaces.Offered offer, Nearby.Reached<CentreId> reached) {
    Space space = offer.space();
    return new Found(
        space,
        place.centre(),
        reached.position(),
        place.stars(),
        reached.kilometres(),
        offer.agreement(),
        offer.asOf(),
        offer.confirmed());
  }
}
