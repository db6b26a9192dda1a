package org.escale.core.centres;

import java.util.List;
import java.util.Map;
import org.escale.adapter.InstalledAdapter;
import org.escale.booking.Booking;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.Space;
import org.escale.spi.store.Effect;

/** The effect by which a centre's own system hears of a booking; pure. */
public final class Told {
  /** The kind of effect. */
  static final String KIND = "centre";

  private Told() {}

  /** What has to be committed with a booking whose centre keeps a system of its own. */
  public static List<Effect> about(Snapshot snapshot, Booking booking) {
    var decidedThere =
        snapshot.get(Space.class, booking.space()).filter(Freshness::decidedThere).isPresent();
    var kept =
        snapshot.where(InstalledAdapter.class, "centreId", booking.centre()).stream()
            .anyMatch(row -> row.named(booking.space()).isPresent());
    var key = "centre:" + booking.id() + ":" + booking.state();
    return decidedThere && kept
        ? List.of(new Effect(key, KIND, booking.id().value(), Map.of()))
        : List.of();
  }
}
