package org.escale.core.metering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.escale.billing.ChargeId;
import org.escale.billing.Invoice;
import org.escale.billing.Payout;
import org.escale.billing.Unrated;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecord.Kind;
import org.escale.caller.Caller;
import org.escale.caller.Sight;
import org.escale.client.Company;
import org.escale.core.centres.Reported;
import org.escale.core.commits.Commits;
import org.escale.core.snapshot.Snapshots;
import org.escale.presence.Closing;
import org.escale.presence.Visit;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.Effect;
import org.escale.spi.store.Words;
import org.escale.spi.store.Write;
import org.escale.word.Kept;
import org.escale.word.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Corrects the record of a visit that ended otherwise than was known: by a credit record and a
 * fresh one while it stands on no invoice or payout, else by a finding in the list of what is
 * unbilled (laws S6, U2, U8). What a person corrected stays as that person said. Safe for many
 * threads.
 */
@Component(service = LateCorrections.class)
public final class LateCorrections {
  private static final Logger LOG = LoggerFactory.getLogger(LateCorrections.class);

  private final Words words;
  private final Commits commits;
  private final Snapshots snapshots;

  /** In that store. */
  @Activate
  public LateCorrections(
      @Reference Words words, @Reference Commits commits, @Reference Snapshots snapshots) {
    this.words = words;
    this.commits = commits;
    this.snapshots = snapshots;
  }

  /** Another end of a visit than the one it was closed with. */
  public record Other(Visit visit, Closing closing) {}

  /** The record of the time of that visit that nobody has taken back. */
  public Optional<UsageRecord> standing(Visit visit) {
    var all =
        words
            .find(UsageRecord.class, Query.where("visitId", visit.id().value()), Sight.PLATFORM)
            .items()
            .stream()
            .map(Kept::word)
            .filter(record -> record.kind() == Kind.TIME)
            .toList();
    var taken =
        all.stream().flatMap(record -> record.credits().stream()).collect(Collectors.toSet());
    return all.stream()
        .filter(record -> record.credits().isEmpty() && !taken.contains(record.id()))
        .findFirst();
  }

  /**
   * Corrects the record, or parks a finding: where it is on paper, where a person corrected it, and
   * where the other end is not sure. Whether that was done; if not, something changed meanwhile.
   */
  public boolean correct(UsageRecord record, Other other, boolean sure) {
    if (!sure) {
      return found(record, other, "cannot be told without doubt");
    }
    if (byHand(record)) {
      return found(record, other, "somebody corrected it before");
    }
    return onPaper(record)
        ? found(record, other, "it is on paper already")
        : rewritten(record, other);
  }

  private boolean rewritten(UsageRecord record, Other other) {
    var writes = new ArrayList<Write>();
    var effects = new ArrayList<Effect>();
    var made = Correction.ended(record, other.visit().closed(other.closing()));
    for (var one : made) {
      writes.add(new Write.Append(one));
      effects.add(UsageEffects.rate(one));
    }
    effects.addAll(Reported.corrected(snapshots.now(), made.get(made.size() - 1), Caller.NOBODY));
    return commit(new Change("platform", Optional.empty(), writes, effects));
  }

  private boolean found(UsageRecord record, Other other, String why) {
    LOG.warn("visit {} ended otherwise than recorded; {}", other.visit().id(), why);
    var details =
        Map.of(
            "reason", "another end was told too late; " + why,
            "end", other.closing().at().toString(),
            "by", other.closing().by().name());
    var reason = new Refusal(RefusalCode.NOT_RATED, details);
    var before = words.get(Unrated.class, record.id(), Sight.PLATFORM);
    if (before.filter(kept -> kept.word().reason().equals(reason)).isPresent()) {
      return true;
    }
    var network = record.agreement().contract();
    var since = before.map(kept -> kept.word().since()).orElse(other.closing().at());
    var finding = new Unrated(record.id(), network, reason, since);
    return commit(Change.of(new Write.Put(finding, before.map(Kept::revision).orElse(0L))));
  }

  private boolean commit(Change change) {
    return commits.commit(change) instanceof CommitOutcome.Committed;
  }

  /** What a person said counts other seconds than the visit lasted. */
  private static boolean byHand(UsageRecord record) {
    var recorded = record.closing().map(c -> c.at().getEpochSecond()).orElse(0L);
    var started = record.slot().from().getEpochSecond();
    return record.quantity().longValue() != recorded - started;
  }

  private boolean onPaper(UsageRecord record) {
    var charge = new ChargeId(record.id().value());
    var company =
        snapshots.now().where(Company.class, "pseudonym", record.guest().company()).stream()
            .findFirst();
    List<Kept<Invoice>> invoices =
        company.stream()
            .map(buyer -> Query.where("companyId", buyer.id().value()))
            .flatMap(query -> words.find(Invoice.class, query, Sight.PLATFORM).items().stream())
            .toList();
    return invoices.stream()
            .flatMap(kept -> kept.word().lines().stream())
            .anyMatch(line -> line.charges().contains(charge))
        || paid(record);
  }

  private boolean paid(UsageRecord record) {
    return record.centre().stream()
        .map(centre -> Query.where("centreId", centre.value()))
        .flatMap(query -> words.find(Payout.class, query, Sight.PLATFORM).items().stream())
        .anyMatch(kept -> kept.word().records().contains(record.id()));
  }
}
