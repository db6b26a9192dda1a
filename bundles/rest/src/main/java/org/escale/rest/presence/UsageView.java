package org.escale.rest.presence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecordId;
import org.escale.federation.CentreId;
import org.escale.federation.SpaceId;
import org.escale.federation.SpaceKind;
import org.escale.presence.Closing;
import org.escale.presence.VisitId;
import org.escale.rest.booking.AgreementView;
import org.escale.rest.call.GuestView;

/**
 * What was consumed: quantities, never amounts; written once.
 *
 * @param of the space, the extra's kind or the pass's product
 * @param quantity so many {@code unit}; negative on a credit record
 * @param endedBy what ended the visit, on TIME records
 * @param rule the rule that said so
 * @param credits the record that this one takes back
 * @param chain its number and hash in the chain of its centre or network
 */
public record UsageView(
    String id,
    UsageRecord.Kind kind,
    Optional<String> centreId,
    Optional<String> spaceId,
    Optional<SpaceKind> spaceKind,
    Optional<String> visitId,
    GuestView guest,
    String of,
    BigDecimal quantity,
    String unit,
    Instant from,
    Instant to,
    Optional<Closing.By> endedBy,
    Optional<String> rule,
    String producer,
    Optional<String> credits,
    UsageRecord.Chain chain,
    AgreementView terms) {

  /** As kept. */
  public static UsageView of(UsageRecord r) {
    return new UsageView(
        r.id().value(),
        r.kind(),
        r.centre().map(CentreId::value),
        r.space().map(SpaceId::value),
        r.spaceKind(),
        r.visit().map(VisitId::value),
        GuestView.of(r.guest()),
        r.of(),
        r.quantity(),
        r.unit(),
        r.slot().from(),
        r.slot().to(),
        r.closing().map(Closing::by),
        r.closing().map(c -> c.rule().value()),
        r.producer(),
        r.credits().map(UsageRecordId::value),
        r.chain(),
        AgreementView.of(r.agreement()));
  }
}
