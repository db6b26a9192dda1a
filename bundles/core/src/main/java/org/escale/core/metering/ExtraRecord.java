package org.escale.core.metering;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecordId;
import org.escale.federation.Extra;
import org.escale.federation.SpaceKind;
import org.escale.presence.Visit;
import org.escale.word.TimeSlot;

/** The record of an extra that was used during a visit. */
public final class ExtraRecord {
  private ExtraRecord() {}

  /** So much of something, at an instant, under the producer's own key. */
  public record Reading(BigDecimal quantity, Instant at, String producer) {}

  /** The record, with what was sealed for the visit. */
  public static UsageRecord of(
      Visit visit, Optional<SpaceKind> kind, Extra extra, Reading reading) {
    return record(visit, kind, new Counted(extra.kind(), extra.unit(), reading));
  }

  /** The record of what was ordered along, counted from {@code at}, when somebody came. */
  public static UsageRecord of(Visit visit, Optional<SpaceKind> kind, Ordered ordered, Instant at) {
    var quantity = BigDecimal.valueOf(ordered.quantity());
    var reading = new Reading(quantity, at, ordered.producer());
    return record(visit, kind, new Counted(ordered.of(), ordered.unit(), reading));
  }

  private record Counted(String of, String unit, Reading reading) {}

  private static UsageRecord record(Visit visit, Optional<SpaceKind> kind, Counted counted) {
    var reading = counted.reading();
    var second = reading.at().truncatedTo(ChronoUnit.SECONDS);
    return new UsageRecord(
        new UsageRecordId(UUID.randomUUID().toString()),
        UsageRecord.Kind.EXTRA,
        Optional.of(visit.centre()),
        Optional.of(visit.space()),
        kind,
        visit.guest(),
        Optional.of(visit.id()),
        visit.agreement(),
        counted.of(),
        reading.quantity(),
        counted.unit(),
        new TimeSlot(second, second.plusSeconds(1)),
        Optional.empty(),
        reading.producer(),
        Optional.empty(),
        UsageRecord.Chain.NONE);
  }
}
