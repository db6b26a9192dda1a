package org.escale.core.metering;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escale.billing.Charge;
import org.escale.billing.ChargeId;
import org.escale.billing.Unrated;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecordId;
import org.escale.caller.Caller;
import org.escale.caller.Sight;
import org.escale.core.centres.Reported;
import org.escale.core.commits.Draft;
import org.escale.core.snapshot.Snapshots;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Effect;
import org.escale.spi.store.Words;
import org.escale.spi.store.Write;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes a record back by a credit record, and writes it afresh where a quantity is given. */
@Component(service = Corrections.class)
public final class Corrections {
  private static final BigDecimal MOST = new BigDecimal(1_000_000);
  private static final BigDecimal DAY = new BigDecimal(86_400);

  private final Words words;
  private final Disputes disputes;
  private final Snapshots snapshots;

  /** Reads there. */
  @Activate
  public Corrections(
      @Reference Words words, @Reference Disputes disputes, @Reference Snapshots snapshots) {
    this.words = words;
    this.disputes = disputes;
    this.snapshots = snapshots;
  }

  /** What would be written; a record is taken back once, and a credit record never. */
  Outcome<Draft<UsageRecord>> draft(
      Caller caller, UsageRecordId id, Optional<BigDecimal> quantity) {
    var known = words.get(UsageRecord.class, id, caller.sight()).map(Kept::word);
    if (known.isEmpty()) {
      return Outcome.refused(RefusalCode.NOT_FOUND);
    }
    var record = known.get();
    if (record.credits().isPresent()) {
      return Outcome.refused(RefusalCode.WRONG_STATE);
    }
    return quantity.filter(q -> !possible(record, q)).isPresent()
        ? Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", "quantity"))
        : Outcome.done(draft(caller, record, quantity));
  }

  private Draft<UsageRecord> draft(
      Caller caller, UsageRecord record, Optional<BigDecimal> quantity) {
    var made = new ArrayList<UsageRecord>();
    made.add(Correction.credit(record));
    quantity.map(q -> Correction.fresh(record, q)).ifPresent(made::add);
    var writes = new ArrayList<Write>();
    made.forEach(r -> writes.add(new Write.Append(r)));
    writes.addAll(finding(record));
    writes.addAll(disputes.corrected(record.id(), made.get(made.size() - 1).id()));
    var effects = new ArrayList<Effect>();
    made.forEach(r -> effects.add(UsageEffects.rate(r)));
    var last = made.get(made.size() - 1);
    effects.addAll(Reported.corrected(snapshots.now(), last, caller));
    return new Draft<>(UsageRecord.class, last.id(), writes, effects, false);
  }

  /** Who corrects what is charged has looked: what was found about it is settled. */
  private List<Write> finding(UsageRecord record) {
    return words.get(Charge.class, new ChargeId(record.id().value()), Sight.PLATFORM).isPresent()
        ? List.of(new Write.Remove(Unrated.class, record.id()))
        : List.of();
  }

  /** Whole seconds of a day at most for what counts time. */
  private static boolean possible(UsageRecord record, BigDecimal quantity) {
    var time = record.timed();
    return quantity.signum() >= 0
        && quantity.compareTo(time ? DAY : MOST) <= 0
        && quantity.stripTrailingZeros().scale() <= (time ? 0 : 3);
  }
}
