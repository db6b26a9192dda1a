package org.escale.core.metering;

import java.math.BigDecimal;
import java.util.Optional;
import org.escale.billing.Dispute;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecordId;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.core.commits.Commits;
import org.escale.federation.CentreId;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Metering;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts readings of extras once, and corrects records. Safe for many threads. */
@Component(service = Metering.class)
public final class MeterDesk implements Metering {
  private final Commits commits;
  private final Readings readings;
  private final Corrections corrections;
  private final Heads heads;
  private final Disputes disputes;

  /** Commits there. */
  @Activate
  public MeterDesk(
      @Reference Commits commits,
      @Reference Readings readings,
      @Reference Corrections corrections,
      @Reference Heads heads,
      @Reference Disputes disputes) {
    this.disputes = disputes;
    this.heads = heads;
    this.commits = commits;
    this.readings = readings;
    this.corrections = corrections;
  }

  @Override
  public Outcome<Kept<UsageRecord>> read(Caller caller, Reading reading) {
    if (!caller.may(Operation.METER)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    if (commits.reused(caller)) {
      return Outcome.refused(RefusalCode.KEY_REUSED);
    }
    var before = readings.before(caller, reading);
    if (before.isPresent()) {
      return before.get();
    }
    var outcome = commits.commit(caller, () -> readings.draft(caller, reading));
    return refusedWith(outcome, RefusalCode.ALREADY_EXISTS)
        ? readings.before(caller, reading).orElse(outcome)
        : outcome;
  }

  @Override
  public Outcome<Head> head(Caller caller, CentreId centre) {
    return caller.may(Operation.USAGE_READ)
        ? heads.of(caller, centre)
        : Outcome.refused(RefusalCode.NOT_ALLOWED);
  }

  @Override
  public Outcome<Kept<UsageRecord>> correct(
      Caller caller, UsageRecordId record, Optional<BigDecimal> quantity) {
    if (!caller.may(Operation.METER) && !answers(caller, record)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    var outcome = commits.commit(caller, () -> corrections.draft(caller, record, quantity));
    return refusedWith(outcome, RefusalCode.ALREADY_EXISTS)
        ? Outcome.refused(RefusalCode.WRONG_STATE)
        : outcome;
  }

  private boolean answers(Caller caller, UsageRecordId record) {
    return caller.may(Operation.USAGE_ANSWER) && disputes.answers(caller, record);
  }

  @Override
  public Outcome<Kept<Dispute>> dispute(Caller caller, UsageRecordId record, String reason) {
    return caller.may(Operation.USAGE_DISPUTE)
        ? commits.commit(caller, () -> disputes.opened(caller, record, reason))
        : Outcome.refused(RefusalCode.NOT_ALLOWED);
  }

  @Override
  public Outcome<Kept<Dispute>> reject(Caller caller, UsageRecordId record, String reason) {
    return caller.may(Operation.USAGE_ANSWER)
        ? commits.commit(caller, () -> disputes.rejected(caller, record, reason))
        : Outcome.refused(RefusalCode.NOT_ALLOWED);
  }

  private static boolean refusedWith(Outcome<?> outcome, RefusalCode code) {
    return outcome instanceof Outcome.Refused<?> no && no.refusal().code() == code;
  }
}
