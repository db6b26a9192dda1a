package org.escale.core.presence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.access.GrantId;
import org.escale.booking.Agreement;
import org.escale.booking.Booking;
import org.escale.client.Credit;
import org.escale.client.Guest;
import org.escale.core.snapshot.Snapshot;
import org.escale.money.Money;
import org.escale.spi.store.Write;

/**
 * Somebody who may come in: decided by the snapshot, not yet by the commit.
 *
 * @param booking in state CHECKED_IN, from the arrival on
 * @param revision of the booking as kept; 0 for one that the walk-in makes
 * @param credit the prepaid account that pays, if any
 * @param line what a box decided while its line was away, if it did
 */
record Arriving(
    Snapshot snapshot,
    Booking booking,
    long revision,
    Optional<Credit> credit,
    Instant at,
    Optional<Line> line) {
  /**
   * What a box decided by a signed list.
   *
   * @param grant the session that it opened
   * @param key the code by which, now the session's personal key
   * @param most what is left to reserve: nothing passes the floor of a credit
   * @param freed what frees, in the same commit, what was held back for it
   */
  record Line(GrantId grant, String key, Money most, List<Write> freed) {}

  /** Decided here and now. */
  Arriving(Snapshot snapshot, Booking booking, long revision, Optional<Credit> credit, Instant at) {
    this(snapshot, booking, revision, credit, at, Optional.empty());
  }

  /** The same person, let in by a box. */
  Arriving by(Line decided) {
    return new Arriving(snapshot, booking, revision, credit, at, Optional.of(decided));
  }

  /** The same, by the code that the box was shown. */
  Arriving with(String code) {
    var decided = line.map(by -> new Line(by.grant(), code, by.most(), by.freed()));
    return new Arriving(snapshot, booking, revision, credit, at, decided);
  }

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
