package org.escale.core.rights;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.Centre;
import org.escale.federation.Label;
import org.escale.federation.Site;

/**
 * A centre as one person meets it.
 *
 * @param stars the most stars it holds in any network
 * @param ways how this person may use it, by network: several only where passes of several networks
 *     open it and the contract network does not; empty where it may not
 */
public record Place(Centre centre, Site site, int stars, List<Way> ways) {
  /** Copies the ways. */
  public Place {
    ways = List.copyOf(ways);
  }

  /** Whether, and through which agreements, if nothing tells them apart but their names. */
  public Optional<Way> way() {
    return ways.stream().findFirst();
  }

  /** The centre as that person meets it at {@code at}; empty where its site is not known. */
  public static Optional<Place> of(Snapshot snapshot, Person person, Centre centre, Instant at) {
    return snapshot
        .get(Site.class, centre.site())
        .map(
            site ->
                new Place(
                    centre,
                    site,
                    stars(snapshot, centre),
                    Ways.ways(snapshot, person, centre, at)));
  }

  /** The most stars that a centre holds in any network; 0 without a label. */
  public static int stars(Snapshot snapshot, Centre centre) {
    return snapshot.where(Label.class, "centreId", centre.id()).stream()
        .mapToInt(Label::stars)
        .max()
        .orElse(0);
  }
}
