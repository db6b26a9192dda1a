package org.escale.core.billing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escale.billing.Charge;
import org.escale.billing.LedgerTransaction;
import org.escale.billing.PayoutLine;
import org.escale.billing.Unrated;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecordId;
import org.escale.caller.Sight;
import org.escale.client.Pass;
import org.escale.core.credit.Reservations;
import org.escale.core.plugins.Rules;
import org.escale.money.Money;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.Journal;
import org.escale.spi.store.Words;
import org.escale.spi.store.Write;
import org.escale.word.Id;
import org.escale.word.Kept;
import org.escale.word.Query;
import org.escale.word.Word;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Rates records that are written: their charge, payout line and what that uses of prepaid money
 * come in one commit, once. Safe for many threads.
 */
@Component(service = RatingDesk.class)
public final class RatingDesk {
  private final Clock clock;
  private final Words words;
  private final Journal journal;
  private final Rating rating;

  /** By those rules. */
  @Activate
  public RatingDesk(
      @Reference Clock clock,
      @Reference Words words,
      @Reference Journal journal,
      @Reference Rules rules) {
    this.clock = clock;
    this.words = words;
    this.journal = journal;
    this.rating = new Rating(new SealedRating(rules));
  }

  /** What the record comes to, now; nothing is written. */
  Verdict verdict(UsageRecord record) {
    var charged = get(Charge.class, Rating.chargeId(record));
    if (charged.isPresent()) {
      return new Verdict.Priced(charged.get(), get(PayoutLine.class, record.id()));
    }
    if (record.credits().isEmpty()) {
      return rating.rate(record, record.agreement().pass().flatMap(p -> get(Pass.class, p)));
    }
    var taken = verdict(get(UsageRecord.class, record.credits().get()).orElseThrow());
    return taken instanceof Verdict.Priced priced ? Rating.opposite(record, priced) : taken;
  }

  /** Rates it for good, or parks it; answers what it came to. Twice is as once. */
  Verdict rate(UsageRecordId id) {
    var record = get(UsageRecord.class, id).orElseThrow();
    var verdict = verdict(record);
    var parked = words.get(Unrated.class, id, Sight.PLATFORM);
    var writes =
        verdict instanceof Verdict.Priced priced
            ? priced(record, priced)
            : parked(record, (Verdict.Parked) verdict, parked);
    if (!writes.isEmpty()) {
      settle(journal.commit(Change.of(writes.toArray(Write[]::new))));
    }
    return verdict;
  }

  private List<Write> priced(UsageRecord record, Verdict.Priced priced) {
    if (get(Charge.class, priced.charge().id()).isPresent()) {
      return List.of();
    }
    var writes = new ArrayList<Write>();
    writes.add(new Write.Put(priced.charge(), 0));
    priced.payout().ifPresent(line -> writes.add(new Write.Put(line, 0)));
    writes.add(new Write.Remove(Unrated.class, record.id()));
    writes.addAll(use(record, priced.charge().amount()));
    return writes;
  }

  private List<Write> parked(
      UsageRecord record, Verdict.Parked verdict, Optional<Kept<Unrated>> before) {
    if (before.filter(kept -> kept.word().reason().equals(verdict.reason())).isPresent()) {
      return List.of();
    }
    var since = before.map(kept -> kept.word().since()).orElse(clock.instant());
    var unrated = new Unrated(record.id(), record.agreement().contract(), verdict.reason(), since);
    var writes = new ArrayList<Write>();
    writes.add(new Write.Put(unrated, before.map(Kept::revision).orElse(0L)));
    if (!verdict.waits()) {
      writes.addAll(use(record, Money.ZERO));
    }
    return writes;
  }

  /** What was reserved for a visit is used by its time, for an extra by itself; each once. */
  private List<Write> use(UsageRecord record, Money charge) {
    if (!Reserved.uses(record)) {
      return List.of();
    }
    var about = Reserved.about(record);
    var known =
        words
            .find(LedgerTransaction.class, Query.where("about", about.value()), Sight.PLATFORM)
            .items()
            .stream()
            .map(Kept::word)
            .toList();
    var used = known.stream().anyMatch(t -> t.id().equals(Reservations.use(about)));
    return Reservations.reserved(about, known).stream()
        .filter(r -> !used && !r.entries().get(1).amount().isZero())
        .map(r -> Reservations.used(r, record.guest().company(), charge, clock.instant()))
        .map(transaction -> (Write) new Write.Post(transaction))
        .toList();
  }

  private static void settle(CommitOutcome outcome) {
    if (outcome instanceof CommitOutcome.Refused refused
        && refused.refusal().code() != RefusalCode.ALREADY_EXISTS
        && refused.refusal().code() != RefusalCode.CHANGED_MEANWHILE) {
      throw new IllegalStateException("rating was refused: " + refused.refusal().code());
    }
  }

  private <W extends Word> Optional<W> get(Class<W> kind, Id id) {
    return words.get(kind, id, Sight.PLATFORM).map(Kept::word);
  }
}
