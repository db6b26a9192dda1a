package org.escale.core.billing;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.escale.billing.LedgerEntry;
import org.escale.billing.LedgerTransaction;
import org.escale.billing.Payout;
import org.escale.billing.PayoutLine;
import org.escale.billing.UsageRecord;
import org.escale.caller.Sight;
import org.escale.client.Pseudonym;
import org.escale.core.billing.OpenBooks.Closed;
import org.escale.core.credit.Reservations;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.NetworkId;
import org.escale.money.Money;
import org.escale.service.Progress;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Plans the invoices and payouts of a month from what is open then. Safe for many threads. */
@Component(service = Planning.class)
public final class Planning {
  private final Clock clock;
  private final OpenBooks books;
  private final Snapshots snapshots;
  private final Words words;
  private final Months months;

  /** Whose month it is: which networks invoice and pay in this run, and who hears of it. */
  record Scope(YearMonth period, Predicate<NetworkId> networks, Progress progress) {}

  /** From these books. */
  @Activate
  public Planning(
      @Reference Clock clock,
      @Reference OpenBooks books,
      @Reference Snapshots snapshots,
      @Reference Words words,
      @Reference FederationMonths months) {
    this.clock = clock;
    this.books = books;
    this.snapshots = snapshots;
    this.words = words;
    this.months = months.months();
  }

  /** Whether that month is over. */
  boolean over(YearMonth period) {
    return !months.slot(period).to().isAfter(clock.instant());
  }

  /** The plan; {@code tried} is what only a dry run knows of. */
  Plan plan(Scope scope, Backlog.Tried tried) {
    var closed = books.closed(scope.period());
    return new Plan(invoices(scope, closed, tried), payouts(scope, closed, tried));
  }

  private List<Plan.Billed> invoices(Scope scope, Closed closed, Backlog.Tried tried) {
    var month = months.slot(scope.period());
    var buyers = new Buyers(snapshots.now());
    var items = new ArrayList<Item>();
    var charges = books.charges(month, closed);
    int done = 0;
    for (var charge : charges) {
      scope.progress().at(done++, charges.size());
      books.record(charge.usage()).ifPresent(r -> items.add(buyers.item(charge, r)));
    }
    tried.rated().stream()
        .filter(rated -> rated.priced().charge().when().isBefore(month.to()))
        .forEach(rated -> items.add(buyers.item(rated.priced().charge(), rated.record())));
    var billed = new ArrayList<Plan.Billed>();
    buyers
        .sorted(items)
        .forEach(
            (buyer, owed) -> {
              if (scope.networks().test(buyer.seller())
                  && !closed.sellers().contains(buyer.seller())) {
                var invoice = InvoiceAssembly.of(buyer, scope.period(), owed, clock.instant());
                billed.add(new Plan.Billed(invoice, earned(owed), prepaid(owed)));
              }
            });
    return billed;
  }

  private List<Payout> payouts(Scope scope, Closed closed, Backlog.Tried tried) {
    var month = months.slot(scope.period());
    var lines = new ArrayList<>(books.payoutLines(month, closed));
    tried.rated().stream()
        .flatMap(rated -> rated.priced().payout().stream())
        .filter(line -> line.when().isBefore(month.to()))
        .forEach(lines::add);
    var open = lines.stream().filter(line -> open(line, scope, closed)).toList();
    return PayoutAssembly.of(open, scope.period(), clock.instant());
  }

  private static boolean open(PayoutLine line, Scope scope, Closed closed) {
    return scope.networks().test(line.payer()) && !closed.payers().contains(line.payer());
  }

  private static Map<NetworkId, Money> earned(List<Item> owed) {
    var earned = new HashMap<NetworkId, Money>();
    owed.forEach(i -> earned.merge(i.charge().seller(), i.charge().amount(), Money::plus));
    return earned;
  }

  private Money prepaid(List<Item> owed) {
    return owed.stream().map(item -> used(item.record())).reduce(Money.ZERO, Money::plus);
  }

  private Money used(UsageRecord record) {
    if (!Reserved.uses(record)) {
      return Money.ZERO;
    }
    Pseudonym company = record.guest().company();
    Optional<LedgerTransaction> use =
        words
            .get(LedgerTransaction.class, Reservations.use(Reserved.about(record)), Sight.PLATFORM)
            .map(Kept::word);
    return use.stream()
        .flatMap(transaction -> transaction.entries().stream())
        .filter(entry -> entry.account().equals(Reservations.prepaid(company)))
        .map(LedgerEntry::amount)
        .reduce(Money.ZERO, Money::plus);
  }
}
