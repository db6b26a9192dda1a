package org.escale.core.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import org.escale.billing.Invoice;
import org.escale.billing.InvoiceId;
import org.escale.billing.UsageRecord.Kind;
import org.escale.client.Company;
import org.escale.federation.NetworkId;
import org.escale.money.Money;

/**
 * Puts charges together into invoices: like with like on a line, by cost centre, kind, place and
 * thing. The order in which the charges come does not matter (law U6). Pure.
 */
final class InvoiceAssembly {
  private static final BigDecimal HOUR = BigDecimal.valueOf(3600);
  private static final int HOUR_DECIMALS = 4;

  /** Whose invoice it is. */
  record Buyer(Company company, NetworkId seller) {}

  private record Heading(String costCentre, Kind kind, String place, String of, String unit)
      implements Comparable<Heading> {
    private static final Comparator<Heading> ORDER =
        Comparator.comparing(Heading::costCentre)
            .thenComparing(Heading::kind)
            .thenComparing(Heading::place)
            .thenComparing(Heading::of)
            .thenComparing(Heading::unit);

    @Override
    public int compareTo(Heading other) {
      return ORDER.compare(this, other);
    }
  }

  private InvoiceAssembly() {}

  /** The invoice of one buyer for one month; its number comes with the commit. */
  static Invoice of(Buyer buyer, YearMonth period, List<Item> items, Instant issuedAt) {
    var groups = new TreeMap<Heading, List<Item>>();
    items.forEach(i -> groups.computeIfAbsent(heading(i), h -> new ArrayList<>()).add(i));
    var locale = Locale.forLanguageTag(buyer.company().language());
    var lines = new ArrayList<Invoice.Line>();
    groups.forEach((h, like) -> lines.add(line(lines.size() + 1, h, like, locale)));
    var total = lines.stream().map(Invoice.Line::amount).reduce(Money.ZERO, Money::plus);
    return new Invoice(
        id(buyer, period),
        "",
        buyer.seller(),
        buyer.company().id(),
        buyer.company().pseudonym(),
        period,
        lines,
        total,
        issuedAt);
  }

  /** One invoice for each buyer and month: its name says so. */
  static InvoiceId id(Buyer buyer, YearMonth period) {
    var name = "invoice " + buyer.seller() + " " + buyer.company().id() + " " + period;
    return new InvoiceId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
  }

  private static Heading heading(Item item) {
    var record = item.record();
    var of = record.timed() ? record.spaceKind().map(Enum::name).orElse("SPACE") : record.of();
    return new Heading(item.costCentre(), record.kind(), item.place(), of, record.unit());
  }

  private static Invoice.Line line(int n, Heading heading, List<Item> like, Locale locale) {
    var ordered = like.stream().sorted(Comparator.comparing(i -> i.charge().id().value())).toList();
    var amount = ordered.stream().map(i -> i.charge().amount()).reduce(Money.ZERO, Money::plus);
    var quantity =
        ordered.stream().map(i -> i.record().quantity()).reduce(BigDecimal.ZERO, BigDecimal::add);
    var seconds = heading.unit().equals("second");
    return new Invoice.Line(
        n,
        LineTexts.of(heading.kind(), heading.of(), heading.place(), locale),
        heading.costCentre(),
        seconds ? hours(quantity) : quantity,
        seconds ? "hour" : heading.unit(),
        amount,
        ordered.stream().map(i -> i.charge().id()).toList());
  }

  private static BigDecimal hours(BigDecimal seconds) {
    return seconds.divide(HOUR, HOUR_DECIMALS, RoundingMode.HALF_UP);
  }
}
