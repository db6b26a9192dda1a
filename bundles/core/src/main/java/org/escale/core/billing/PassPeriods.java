package org.escale.core.billing;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.billing.UsageRecord;
import org.escale.caller.Sight;
import org.escale.client.Pass;
import org.escale.core.clock.FederationMonths;
import org.escale.core.clock.Months;
import org.escale.core.commits.Commits;
import org.escale.core.metering.UsageEffects;
import org.escale.core.snapshot.Snapshots;
import org.escale.core.steward.Chore;
import org.escale.spi.store.Change;
import org.escale.spi.store.Words;
import org.escale.spi.store.Write;
import org.escale.word.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Writes one record for each pass and month begun, once, also for months that began while nobody
 * was there to see it. Run by the Steward alone.
 */
@Component(service = Chore.class)
public final class PassPeriods implements Chore {
  private static final Duration WITHOUT_TERMS = Duration.ofMinutes(1);

  private final Snapshots snapshots;
  private final Words words;
  private final Commits commits;
  private final FederationMonths months;
  private final Set<String> written = new HashSet<>();
  private Object mark = new Object();
  private Optional<Instant> next = Optional.empty();

  /** Counts those months. */
  @Activate
  public PassPeriods(
      @Reference Snapshots snapshots,
      @Reference Words words,
      @Reference Commits commits,
      @Reference FederationMonths months) {
    this.snapshots = snapshots;
    this.words = words;
    this.commits = commits;
    this.months = months;
  }

  @Override
  public Optional<Instant> due() {
    return snapshots.now().mark(Pass.class) == mark ? next : Optional.of(Instant.MIN);
  }

  @Override
  public void run(Instant now) {
    var snapshot = snapshots.now();
    mark = snapshot.mark(Pass.class);
    var passes = snapshot.all(Pass.class);
    var all = passes.stream().filter(pass -> !write(pass, now)).toList().isEmpty();
    var begins =
        passes.stream()
            .flatMap(pass -> PeriodRecord.nextBegin(pass, of(pass, now), now).stream())
            .min(Comparator.naturalOrder());
    next = all ? begins : Optional.of(now.plus(WITHOUT_TERMS));
  }

  /** Whether all months begun of that pass are written now. */
  private boolean write(Pass pass, Instant now) {
    var own = of(pass, now);
    for (YearMonth month : PeriodRecord.begun(pass, own, now)) {
      var producer = PeriodRecord.producer(pass, month);
      if (!written.contains(producer) && !there(producer)) {
        var record = PeriodRecord.of(snapshots.now(), pass, month, own);
        if (record.isEmpty() || !append(record.get())) {
          return false;
        }
      }
      written.add(producer);
    }
    return true;
  }

  /** The months of the network that sells it. */
  private Months of(Pass pass, Instant now) {
    return months.of(snapshots.now(), pass.network(), now);
  }

  private boolean there(String producer) {
    var query = Query.where("producer", producer);
    return !words.find(UsageRecord.class, query, Sight.PLATFORM).items().isEmpty();
  }

  private boolean append(UsageRecord record) {
    var change =
        new Change(
            "platform",
            Optional.empty(),
            List.of(new Write.Append(record)),
            List.of(UsageEffects.rate(record)));
    return commits.commit(change) instanceof org.escale.spi.store.CommitOutcome.Committed;
  }
}
