package org.escale.core.metering;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecordId;
import org.escale.booking.Booking;
import org.escale.federation.SpaceKind;

/** The record of a place that was kept for somebody who did not come. */
public final class UnusedRecord {
  private UnusedRecord() {}

  /** All seconds of the booking; what they cost is for the billing rule to say. */
  public static UsageRecord of(Booking booking, Optional<SpaceKind> kind) {
    var name = "no-show " + booking.id();
    return new UsageRecord(
        new UsageRecordId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString()),
        UsageRecord.Kind.NO_SHOW,
        Optional.of(booking.centre()),
        Optional.of(booking.space()),
        kind,
        booking.guest(),
        Optional.empty(),
        booking.agreement(),
        booking.space().value(),
        BigDecimal.valueOf(booking.slot().length().toSeconds()),
        "second",
        booking.slot(),
        Optional.empty(),
        "booking:" + booking.id(),
        Optional.empty(),
        UsageRecord.Chain.NONE);
  }
}
