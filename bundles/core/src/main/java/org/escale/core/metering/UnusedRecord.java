package org.escale.core.metering;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecordId;
import org.escale.booking.Booking;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.Space;
import org.escale.federation.SpaceKind;
import org.escale.presence.Closing;

/**
 * The records of a place that was kept, and of what was ordered along, for somebody who did not
 * come. What they cost is for the billing rule to say.
 */
public final class UnusedRecord {
  private UnusedRecord() {}

  /**
   * All seconds of the booking, then each of its lines: none disappears (law U3).
   *
   * @param doubt what is said where nobody can vouch for it: then they are set aside
   */
  public static List<UsageRecord> of(Booking booking, Snapshot snapshot, Optional<Closing> doubt) {
    var kind = snapshot.get(Space.class, booking.space()).map(Space::kind);
    var all = new ArrayList<UsageRecord>();
    all.add(record(booking, kind, space(booking), doubt));
    booking
        .lines()
        .forEach(
            line -> {
              var ordered = Ordered.of(snapshot, booking.id(), line);
              all.add(record(booking, kind, ordered, doubt));
            });
    return all;
  }

  private static Ordered space(Booking booking) {
    return new Ordered(
        booking.space().value(),
        "second",
        Math.toIntExact(booking.slot().length().toSeconds()),
        "booking:" + booking.id());
  }

  private static UsageRecord record(
      Booking booking, Optional<SpaceKind> kind, Ordered unused, Optional<Closing> doubt) {
    return new UsageRecord(
        new UsageRecordId(name(unused.producer())),
        UsageRecord.Kind.NO_SHOW,
        Optional.of(booking.centre()),
        Optional.of(booking.space()),
        kind,
        booking.guest(),
        Optional.empty(),
        booking.agreement(),
        unused.of(),
        BigDecimal.valueOf(unused.quantity()),
        unused.unit(),
        booking.slot(),
        doubt,
        unused.producer(),
        Optional.empty(),
        UsageRecord.Chain.NONE);
  }

  /** The same whoever ends the booking. */
  private static String name(String producer) {
    var name = "no-show " + producer;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
