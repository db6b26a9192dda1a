package org.escale.core.metering;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecordId;
import org.escale.booking.Booking;
import org.escale.federation.SpaceKind;

/** The record that a booking would leave if its whole time were used; never written. */
public final class QuotedRecord {
  private QuotedRecord() {}

  /** That record. */
  public static UsageRecord of(Booking booking, Optional<SpaceKind> kind) {
    return new UsageRecord(
        new UsageRecordId(UUID.randomUUID().toString()),
        UsageRecord.Kind.TIME,
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
        "quote",
        Optional.empty(),
        UsageRecord.Chain.NONE);
  }
}
