package org.escale.core.metering;

import org.escale.booking.Booking;
import org.escale.booking.BookingId;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.Extra;

/**
 * What was ordered along with a booking, as a record says it. An extra that is no longer offered is
 * named by its id, so that no price fits and its record waits instead of being lost (law U3). Pure.
 *
 * @param of kind of extra
 * @param producer one for each line, used or not, so that a line is recorded once
 */
public record Ordered(String of, String unit, int quantity, String producer) {
  /** That line of that booking. */
  public static Ordered of(Snapshot snapshot, BookingId booking, Booking.Line line) {
    var extra = snapshot.get(Extra.class, line.extra());
    return new Ordered(
        extra.map(Extra::kind).orElse(line.extra().value()),
        extra.map(Extra::unit).orElse("piece"),
        line.quantity(),
        "booking:" + booking + ":" + line.extra());
  }
}
