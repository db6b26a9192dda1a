package org.escale.core.billing;

import static org.junit.Assert.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.escale.billing.Because;
import org.escale.billing.Charge;
import org.escale.billing.ChargeId;
import org.escale.billing.PayoutLine;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecordId;
import org.escale.booking.Agreement;
import org.escale.client.Guest;
import org.escale.client.Pseudonym;
import org.escale.core.fixture.Words;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.federation.SpaceId;
import org.escale.federation.SpaceKind;
import org.escale.money.Money;
import org.escale.spi.billing.Rated;
import org.escale.terms.Rounding;
import org.escale.terms.RuleRef;
import org.escale.terms.Terms;
import org.escale.terms.TermsId;
import org.escale.word.TimeSlot;

/** Sums that must hold for any month. */
class SettlementProperties {
  private static final Instant START = Instant.parse("2027-03-01T08:00:00Z");
  private static final YearMonth MARCH = YearMonth.of(2027, 3);
  private static final Terms.Sealed SEALED =
      new Terms.Sealed(new RuleRef("borea/billing/1"), new TermsId("borea.billing.1"));
  private static final NetworkId BOREA = new NetworkId("borea");
  private static final Because BECAUSE = new Because(SEALED, "So.", Map.of());

  @Property(tries = 200)
  void u6_payoutsAndMarginSumToTheRevenueAndOrderDoesNotMatter(
      @ForAll @Size(max = 60) List<@IntRange(min = -50_000, max = 50_000) Integer> cents,
      @ForAll long seed) {
    var items = new ArrayList<Item>();
    var lines = new ArrayList<PayoutLine>();
    for (int i = 0; i < cents.size(); i++) {
      items.add(item(i, cents.get(i)));
      lines.add(line(i, cents.get(i) / 3));
    }
    var plan = plan(items, lines);
    Collections.shuffle(items, new Random(seed));
    Collections.shuffle(lines, new Random(seed));
    assertEquals(plan, plan(items, lines));
    var revenue = items.stream().map(i -> i.charge().amount()).reduce(Money.ZERO, Money::plus);
    var paid = plan.payouts().stream().map(p -> p.amount()).reduce(Money.ZERO, Money::plus);
    assertEquals(revenue, paid.plus(plan.margin()));
    var owed = lines.stream().map(PayoutLine::amount).reduce(Money.ZERO, Money::plus);
    assertEquals(owed, paid);
  }

  @Property(tries = 200)
  void u3_everyChargeIsOnOneLineAndTheTotalIsTheSumOfTheLines(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = -50_000, max = 50_000) Integer> cents) {
    var items = new ArrayList<Item>();
    for (int i = 0; i < cents.size(); i++) {
      items.add(item(i, cents.get(i)));
    }
    var invoice = plan(items, List.of()).invoices().get(0).invoice();
    var seen = new HashSet<ChargeId>();
    for (var line : invoice.lines()) {
      line.charges().forEach(charge -> assertEquals(true, seen.add(charge)));
    }
    assertEquals(items.stream().map(i -> i.charge().id()).collect(Collectors.toSet()), seen);
    assertEquals(
        invoice.total(),
        invoice.lines().stream().map(l -> l.amount()).reduce(Money.ZERO, Money::plus));
  }

  @Property(tries = 200)
  void bi2_aCreditRecordIsTheExactOpposite(
      @ForAll @IntRange(min = 0, max = 86_400) int seconds,
      @ForAll @IntRange(min = 0, max = 100_000) int cents) {
    var rules = fixed(cents);
    var record = record(1, seconds);
    var priced = (Verdict.Priced) new Rating(rules).rate(record, Optional.empty());
    var credit = credit(record);
    var back = (Verdict.Priced) Rating.opposite(credit, priced);
    assertEquals(Money.ZERO, priced.charge().amount().plus(back.charge().amount()));
    assertEquals(
        Money.ZERO,
        priced.payout().orElseThrow().amount().plus(back.payout().orElseThrow().amount()));
    assertEquals(
        0, priced.payout().orElseThrow().hours().add(back.payout().orElseThrow().hours()).signum());
  }

  @Property(tries = 200)
  void u5_everyInvoiceAndPayoutBalancesInTheLedger(
      @ForAll @Size(max = 40) List<@IntRange(min = -50_000, max = 50_000) Integer> cents,
      @ForAll @IntRange(min = 0, max = 10_000) int prepaid) {
    var items = new ArrayList<Item>();
    for (int i = 0; i < cents.size(); i++) {
      items.add(item(i, cents.get(i)));
    }
    for (var billed : plan(items, List.of()).invoices()) {
      Postings.invoice(billed.invoice(), billed.earned(), cents(prepaid))
          .ifPresent(
              transaction ->
                  assertEquals(
                      Money.ZERO,
                      transaction.entries().stream()
                          .map(e -> e.amount())
                          .reduce(Money.ZERO, Money::plus)));
    }
  }

  private static Plan plan(List<Item> items, List<PayoutLine> lines) {
    var company = Words.company("c", "borea");
    var invoices = new ArrayList<Plan.Billed>();
    if (!items.isEmpty()) {
      var buyer = new InvoiceAssembly.Buyer(company, BOREA);
      var total = items.stream().map(i -> i.charge().amount()).reduce(Money.ZERO, Money::plus);
      var invoice = InvoiceAssembly.of(buyer, MARCH, items, START);
      invoices.add(new Plan.Billed(invoice, Map.of(BOREA, total), Money.ZERO));
    }
    return new Plan(invoices, PayoutAssembly.of(lines, MARCH, START));
  }

  private static Item item(int i, int cents) {
    var record = record(i, 60 * i);
    var charge =
        new Charge(
            new ChargeId("r" + i),
            record.id(),
            new Pseudonym("p-c"),
            BOREA,
            cents(cents),
            BECAUSE,
            START);
    return new Item(charge, record, "group" + i % 3, "place" + i % 4);
  }

  private static PayoutLine line(int i, int cents) {
    return new PayoutLine(
        new UsageRecordId("r" + i),
        new CentreId("c" + i % 4),
        new NetworkId("n" + i % 2),
        BigDecimal.valueOf(i),
        cents(cents),
        BECAUSE,
        START);
  }

  private static UsageRecord record(int i, int seconds) {
    var terms =
        new Terms(
            SEALED,
            SEALED,
            java.time.Duration.ZERO,
            java.time.Duration.ZERO,
            java.time.Duration.ZERO,
            java.time.Duration.ofHours(12),
            Rounding.EXACT,
            List.of(),
            Money.ZERO);
    return new UsageRecord(
        new UsageRecordId("r" + i),
        UsageRecord.Kind.TIME,
        Optional.of(new CentreId("c" + i % 4)),
        Optional.of(new SpaceId("s")),
        Optional.of(SpaceKind.DESK),
        new Guest("home", new Pseudonym("p-ann"), new Pseudonym("p-c")),
        Optional.empty(),
        new Agreement(BOREA, BOREA, SEALED, terms, Optional.empty(), Optional.empty(), false),
        "s",
        BigDecimal.valueOf(seconds),
        "second",
        new TimeSlot(START, START.plusSeconds(Math.max(1, seconds))),
        Optional.empty(),
        "t:" + i,
        Optional.empty(),
        UsageRecord.Chain.NONE);
  }

  private static UsageRecord credit(UsageRecord record) {
    return new UsageRecord(
        new UsageRecordId("credit"),
        record.kind(),
        record.centre(),
        record.space(),
        record.spaceKind(),
        record.guest(),
        record.visit(),
        record.agreement(),
        record.of(),
        record.quantity().negate(),
        record.unit(),
        record.slot(),
        record.closing(),
        "credit",
        Optional.of(record.id()),
        UsageRecord.Chain.NONE);
  }

  private static RatingRules fixed(int cents) {
    var rated = Optional.of(Rated.of(cents(cents), "So.", Map.of()));
    return new RatingRules() {
      @Override
      public Optional<Rated> charge(Terms.Sealed sealed, org.escale.spi.billing.Facts facts) {
        return rated;
      }

      @Override
      public Optional<Rated> payout(Terms.Sealed sealed, org.escale.spi.billing.Facts facts) {
        return rated;
      }
    };
  }

  private static Money cents(int cents) {
    return new Money(BigDecimal.valueOf(cents, 2), Money.EUR);
  }
}
