package org.escale.core.metering;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecordId;
import org.escale.federation.SpaceKind;
import org.escale.presence.Visit;
import org.escale.presence.VisitId;
import org.escale.word.TimeSlot;

/** The one usage record that holds every second of a visit (law U1). */
public final class TimeRecord {
  private TimeRecord() {}

  /** The name of a visit's record: known before it is written. */
  public static UsageRecordId id(VisitId visit) {
    return new UsageRecordId(
        UUID.nameUUIDFromBytes(("time " + visit).getBytes(StandardCharsets.UTF_8)).toString());
  }

  /** The record of a closed visit; a visit shorter than a second has one of quantity 0. */
  public static UsageRecord of(Visit visit, Optional<SpaceKind> kind) {
    var closing = visit.closing().orElseThrow();
    var seconds = Duration.between(visit.startedAt(), closing.at()).toSeconds();
    var until = seconds > 0 ? closing.at() : visit.startedAt().plusSeconds(1);
    return new UsageRecord(
        id(visit.id()),
        UsageRecord.Kind.TIME,
        Optional.of(visit.centre()),
        Optional.of(visit.space()),
        kind,
        visit.guest(),
        Optional.of(visit.id()),
        visit.agreement(),
        visit.space().value(),
        BigDecimal.valueOf(seconds),
        "second",
        new TimeSlot(visit.startedAt(), until),
        Optional.of(closing),
        "visit:" + visit.id(),
        Optional.empty(),
        UsageRecord.Chain.NONE);
  }
}
