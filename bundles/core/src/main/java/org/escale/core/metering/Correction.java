package org.escale.core.metering;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecordId;
import org.escale.presence.Closing;
import org.escale.presence.Visit;

/** How a record is corrected: never changed, but taken back and written afresh (law U2). Pure. */
public final class Correction {
  private record Altered(
      BigDecimal quantity,
      String producer,
      Optional<UsageRecordId> credits,
      Optional<Closing> closing) {}

  private Correction() {}

  /** The same content with the opposite quantity; a record is taken back once. */
  static UsageRecord credit(UsageRecord record) {
    return like(
        record,
        new Altered(
            record.quantity().negate(),
            "credit:" + record.id(),
            Optional.of(record.id()),
            record.closing()));
  }

  /** Takes a visit's record back and writes it afresh for the end that the visit really had. */
  public static List<UsageRecord> ended(UsageRecord record, Visit otherwise) {
    var right = TimeRecord.of(otherwise, record.spaceKind());
    var fresh =
        new Altered(right.quantity(), "fresh:" + record.id(), Optional.empty(), right.closing());
    return List.of(credit(record), like(right, fresh));
  }

  /** The same content with the right quantity; a person answers for it, so no clock is in doubt. */
  static UsageRecord fresh(UsageRecord record, BigDecimal quantity) {
    return like(
        record,
        new Altered(
            quantity,
            "fresh:" + record.id(),
            Optional.empty(),
            record.closing().map(c -> new Closing(c.at(), c.by(), c.rule(), EndTexts.of(c.by())))));
  }

  private static UsageRecord like(UsageRecord record, Altered altered) {
    return new UsageRecord(
        new UsageRecordId(UUID.randomUUID().toString()),
        record.kind(),
        record.centre(),
        record.space(),
        record.spaceKind(),
        record.guest(),
        record.visit(),
        record.agreement(),
        record.of(),
        altered.quantity(),
        record.unit(),
        record.slot(),
        altered.closing(),
        altered.producer(),
        altered.credits(),
        UsageRecord.Chain.NONE);
  }
}
