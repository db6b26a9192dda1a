package org.escale.core.presence;

import java.time.Instant;
import java.util.Optional;
import org.escale.booking.Agreement;
import org.escale.booking.Booking;
import org.escale.client.Credit;
import org.escale.client.Guest;
import org.escale.core.snapshot.Snapshot;

/**
 * Somebody who may come in: decided by the snapshot, not yet by the commit.
 *
 * @param booking in state CHECKED_IN, from the arrival on
 * @param revision of the booking as kept; 0 for one that the walk-in makes
 * @param credit the prepaid account that pays, if any
 */
record Arriving(
    Snapshot snapshot, Booking booking, long revision, Optional<Credit> credit, Instant at) {
  Guest guest() {
    return booking.guest();
  }

  Agreement agreement() {
    return booking.agreement();
  }

  boolean walkIn() {
    return revision == 0;
  }
}
