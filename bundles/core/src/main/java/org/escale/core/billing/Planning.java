package org.escale.core.billing;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.escale.billing.LedgerEntry;
import org.escale.billing.LedgerTransaction;
import org.escale.billing.Payout;
import org.escale.billing.PayoutLine;
import org.escale.billing.UsageRecord;
import org.escale.caller.Sight;
import org.escale.client.Pseudonym;
import org.escale.core.billing.OpenBooks.Closed;
import org.escale.core.clock.FederationMonths;
import org.escale.core.credit.Reservations;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Network;
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
  private final FederationMonths months;

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
    this.months = months;
  }

  /** Whether that month is over for each of those networks. */
  boolean over(YearMonth period, Predicate<NetworkId> networks) {
    return ends(period, networks).noneMatch(end -> end.isAfter(clock.instant()));
  }

  /** When that network's month ends, by its own billing terms. */
  private Instant end(NetworkId network, YearMonth period) {
    var usual = months.months().slot(period).to();
    return months.of(snapshots.now(), network, usual).slot(period).to();
  }

  private Stream<Instant> ends(YearMonth period, Predicate<NetworkId> networks) {
    var own =
        snapshots.now().all(Network.class).stream()
            .map(Network::id)
            .filter(networks)
            .map(network -> end(network, period));
    return Stream.concat(own, Stream.of(months.months().slot(period).to()));
  }

  /** The plan; {@code tried} is what only a dry run knows of. */
  Plan plan(Scope scope, Backlog.Tried tried) {
    var closed = books.closed(scope.period());
    var latest =
        ends(scope.period(), scope.networks()).max(Comparator.naturalOrder()).orElseThrow();
    var open = new Open(scope, closed, latest);
    return new Plan(invoices(open, tried), payouts(open, tried));
  }

  /** What may be written on paper: what began before {@code latest}, the last of the ends. */
  private record Open(Scope scope, Closed closed, Instant latest) {}

  private List<Plan.Billed> invoices(Open open, Backlog.Tried tried) {
    var period = open.scope().period();
    var buyers = new Buyers(snapshots.now());
    var items = new ArrayList<Item>();
    var charges = books.charges(open.latest());
    int done = 0;
    for (var charge : charges) {
      open.scope().progress().at(done++, charges.size());
      books.record(charge.usage()).ifPresent(r -> items.add(buyers.item(charge, r)));
    }
    tried.rated().stream()
        .forEach(rated -> items.add(buyers.item(rated.priced().charge(), rated.record())));
    var billed = new ArrayList<Plan.Billed>();
    buyers
        .sorted(items)
        .forEach(
            (buyer, all) -> {
              var owed = before(end(buyer.seller(), period), all);
              if (open.scope().networks().test(buyer.seller())
                  && !open.closed().sellers().contains(buyer.seller())
                  && !owed.isEmpty()) {
                var invoice = InvoiceAssembly.of(buyer, period, owed, clock.instant());
                billed.add(new Plan.Billed(invoice, earned(owed), prepaid(owed)));
              }
            });
    return billed;
  }

  private static List<Item> before(Instant end, List<Item> items) {
    return items.stream().filter(item -> item.charge().when().isBefore(end)).toList();
  }

  private List<Payout> payouts(Open open, Backlog.Tried tried) {
    var lines = new ArrayList<>(books.payoutLines(open.latest()));
    tried.rated().stream().flatMap(rated -> rated.priced().payout().stream()).forEach(lines::add);
    var due = lines.stream().filter(line -> due(line, open)).toList();
    return PayoutAssembly.of(due, open.scope().period(), clock.instant());
  }

  private boolean due(PayoutLine line, Open open) {
    return open.scope().networks().test(line.payer())
        && !open.closed().payers().contains(line.payer())
        && line.when().isBefore(end(line.payer(), open.scope().period()));
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
