package org.escale.core.booking;

import java.util.List;
import java.util.Optional;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.Centre;
import org.escale.federation.CentreId;
import org.escale.federation.Site;

/**
 * The centres by position, drawn anew only after a site or centre changed. Safe for many threads.
 */
final class Atlas {
  private record Drawn(Object centres, Object sites, Nearby<CentreId> map) {}

  private volatile Optional<Drawn> drawn = Optional.empty();

  /** The centres of that snapshot. */
  Nearby<CentreId> of(Snapshot snapshot) {
    var centres = snapshot.mark(Centre.class);
    var sites = snapshot.mark(Site.class);
    return drawn
        .filter(map -> map.centres() == centres && map.sites() == sites)
        .orElseGet(() -> draw(snapshot, centres, sites))
        .map();
  }

  private Drawn draw(Snapshot snapshot, Object centres, Object sites) {
    List<Nearby.Located<CentreId>> located =
        snapshot.all(Centre.class).stream()
            .flatMap(
                centre ->
                    snapshot.get(Site.class, centre.site()).stream()
                        .map(site -> new Nearby.Located<>(centre.id(), site.position())))
            .toList();
    var fresh = new Drawn(centres, sites, new Nearby<>(located));
    drawn = Optional.of(fresh);
    return fresh;
  }
}
