package org.escale.core.booking;

import java.util.List;
import java.util.Optional;
import org.escale.booking.Agreement;
import org.escale.client.EntitlementId;
import org.escale.core.rights.Place;
import org.escale.core.rights.Way;
import org.escale.federation.Space;
import org.escale.word.TimeSlot;

/** What an agreement is about. */
public record Deal(
    Place place, Way way, Space space, TimeSlot slot, Optional<EntitlementId> entitlement) {
  /** The same by each way there is. */
  List<Deal> byEachWay() {
    return place.ways().stream().map(this::by).toList();
  }

  /** The same through the affiliation that was sealed, if there is still such a way. */
  Deal as(Agreement sealed) {
    return byEachWay().stream()
        .filter(deal -> deal.way().affiliation().equals(sealed.affiliation()))
        .findFirst()
        .orElse(this);
  }

  private Deal by(Way other) {
    return new Deal(place, other, space, slot, entitlement);
  }
}
