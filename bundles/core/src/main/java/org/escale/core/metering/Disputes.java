package org.escale.core.metering;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.escale.billing.Dispute;
import org.escale.billing.Dispute.Answer;
import org.escale.billing.Dispute.State;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecordId;
import org.escale.caller.Caller;
import org.escale.caller.Role;
import org.escale.caller.Sight;
import org.escale.core.commits.Draft;
import org.escale.core.commits.Wrong;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Words;
import org.escale.spi.store.Write;
import org.escale.word.Kept;
import org.escale.word.Reader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Drafts what becomes of disputed records. Safe for many threads. */
@Component(service = Disputes.class)
public final class Disputes {
  private static final int LONGEST = 2000;
  private final Clock clock;
  private final Words words;

  /** Reads there. */
  @Activate
  public Disputes(@Reference Clock clock, @Reference Words words) {
    this.clock = clock;
    this.words = words;
  }

  /** A new dispute. */
  Outcome<Draft<Dispute>> opened(Caller caller, UsageRecordId id, String reason) {
    var record = words.get(UsageRecord.class, id, caller.sight()).map(Kept::word);
    var party = record.flatMap(r -> party(caller, r));
    if (party.isEmpty()) {
      return Outcome.refused(RefusalCode.NOT_FOUND);
    }
    if (record.get().credits().isPresent()) {
      return Outcome.refused(RefusalCode.WRONG_STATE);
    }
    if (known(id).isPresent()) {
      return Outcome.refused(RefusalCode.ALREADY_EXISTS);
    }
    var said = reason.strip();
    return Wrong.NOTHING
        .text("reason", said, 1, LONGEST)
        .orElse(() -> Outcome.done(Draft.of(dispute(record.get(), party.get(), said), 0)));
  }

  private Dispute dispute(UsageRecord record, Reader by, String reason) {
    var answerer =
        record.agreement().own() && record.centre().isPresent()
            ? Reader.centre(record.centre().get())
            : Reader.network(record.agreement().contract());
    return new Dispute(
        record.id(), by, answerer, record.readers(), reason, clock.instant(), Optional.empty());
  }

  /** The centre or company of the record that this caller is. */
  private static Optional<Reader> party(Caller caller, UsageRecord record) {
    var as = caller.sight().as();
    if (caller.roles().contains(Role.EMPLOYER)) {
      return Optional.of(Reader.company(record.guest().company())).filter(as::contains);
    }
    return record.centre().map(Reader::centre).filter(as::contains);
  }

  /** The dispute, rejected. */
  Outcome<Draft<Dispute>> rejected(Caller caller, UsageRecordId id, String reason) {
    var dispute = known(id).filter(kept -> caller.sight().sees(kept.word()));
    if (dispute.isEmpty()) {
      return Outcome.refused(RefusalCode.NOT_FOUND);
    }
    if (!caller.sight().as().contains(dispute.get().word().answerer())) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    if (dispute.get().word().state() != State.OPEN) {
      return Outcome.refused(RefusalCode.WRONG_STATE);
    }
    var said = reason.strip();
    var answer = new Answer(clock.instant(), said, Optional.empty());
    return Wrong.NOTHING
        .text("reason", said, 1, LONGEST)
        .orElse(() -> Outcome.done(answered(dispute.get(), answer)));
  }

  /** Whether this caller answers an open dispute of that record. */
  boolean answers(Caller caller, UsageRecordId id) {
    return known(id)
        .map(Kept::word)
        .filter(dispute -> dispute.state() == State.OPEN)
        .filter(dispute -> caller.sight().as().contains(dispute.answerer()))
        .isPresent();
  }

  /**
   * What a correction writes beside its records: the answer to an open dispute, if there is one.
   */
  List<Write> corrected(UsageRecordId id, UsageRecordId correction) {
    return known(id)
        .filter(kept -> kept.word().state() == State.OPEN)
        .map(kept -> answered(kept, new Answer(clock.instant(), "", Optional.of(correction))))
        .map(Draft::writes)
        .orElse(List.of());
  }

  private static Draft<Dispute> answered(Kept<Dispute> kept, Answer answer) {
    return Draft.of(kept.word().answered(answer), kept.revision());
  }

  private Optional<Kept<Dispute>> known(UsageRecordId id) {
    return words.get(Dispute.class, id, Sight.PLATFORM);
  }
}
