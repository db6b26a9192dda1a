package org.escale.core.booking;

import java.util.List;
import java.util.Optional;
import org.escale.client.Entitlement;
import org.escale.core.rights.Authoriser;
import org.escale.core.rights.Chance;
import org.escale.core.rights.Person;
import org.escale.core.rights.Place;
import org.escale.core.rights.Use;
import org.escale.core.rights.Way;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.Affiliation;
import org.escale.federation.Centre;
import org.escale.federation.Site;
import org.escale.federation.Space;
import org.escale.money.Money;
import org.escale.service.Search.Wish;

/**
 * One search by one person, or by nobody in particular: what of a centre could be had. Without a
 * person the way in is the centre's own network, at its list prices. Pure.
 */
record Quest(Snapshot snapshot, Wish wish, Optional<Person> person, Optional<Money> left) {

  /** The centre as it is met; empty where nothing of it can be had at that time. */
  Optional<Place> place(Centre centre) {
    if (!centre.online() || !centre.hours().covers(wish.slot())) {
      return Optional.empty();
    }
    return person
        .map(who -> Place.of(snapshot, who, centre, wish.slot().from()))
        .orElseGet(() -> listed(centre))
        .filter(place -> place.stars() >= wish.leastStars() && place.way().isPresent())
        .filter(place -> person.flatMap(who -> Authoriser.place(who, place)).isEmpty());
  }

  /** The spaces that fit and that the person may use, by id. */
  List<Space> spaces(Place place) {
    return snapshot.where(Space.class, "centreId", place.centre().id()).stream()
        .filter(this::fits)
        .filter(space -> allowed(place, space))
        .toList();
  }

  /** What the agreement would be about. */
  Deal deal(Place place, Space space) {
    return new Deal(
        place,
        place.way().orElseThrow(),
        space,
        wish.slot(),
        person.flatMap(Person::entitlement).map(Entitlement::id));
  }

  /** Whether what is left covers that ceiling. */
  boolean affords(Place place, Money ceiling) {
    var limit = place.way().filter(Way::own).isPresent() ? Optional.<Money>empty() : left;
    return Authoriser.chance(new Chance(false, limit, ceiling, true, true)).isEmpty();
  }

  private boolean fits(Space space) {
    return wish.kind().filter(kind -> kind != space.kind()).isEmpty()
        && space.seats() >= wish.people()
        && space.features().containsAll(wish.features());
  }

  private boolean allowed(Place place, Space space) {
    var use = Use.of(space.kind(), wish.slot());
    return person.flatMap(who -> Authoriser.use(who, place, use)).isEmpty();
  }

  private Optional<Place> listed(Centre centre) {
    var way =
        snapshot.where(Affiliation.class, "centreId", centre.id()).stream()
            .filter(affiliation -> affiliation.state() == Affiliation.State.ACTIVE)
            .map(Affiliation::network)
            .min(
                java.util.Comparator.comparing(
                        (org.escale.federation.NetworkId n) ->
                            !centre.home().equals(Optional.of(n)))
                    .thenComparing(n -> n.value()))
            .map(network -> new Way(network, network, Optional.empty(), false))
            .stream()
            .toList();
    return snapshot
        .get(Site.class, centre.site())
        .map(site -> new Place(centre, site, Place.stars(snapshot, centre), way));
  }
}
