package org.escale.tck.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.escale.billing.Because;
import org.escale.billing.Charge;
import org.escale.billing.ChargeId;
import org.escale.billing.Invoice;
import org.escale.billing.Payout;
import org.escale.billing.PayoutId;
import org.escale.billing.PayoutLine;
import org.escale.billing.SettlementId;
import org.escale.billing.UsageRecordId;
import org.escale.client.Pseudonym;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.money.Money;
import org.escale.terms.RuleRef;
import org.escale.terms.Terms;
import org.escale.terms.TermsId;

/** What is rated, and the papers that it stands on, under names of one test's own. */
public record PaperSamples(Samples samples) {
  private static final YearMonth MARCH = YearMonth.of(2027, 3);
  private static final Because BECAUSE =
      new Because(
          new Terms.Sealed(new RuleRef("acme/billing/1"), new TermsId("acme.billing.1")),
          "So.",
          Map.of());

  /** A charge of six euro for use that ended then. */
  public Charge charge(String id, Instant when) {
    return new Charge(
        new ChargeId(samples.name(id)),
        new UsageRecordId(samples.name(id)),
        new Pseudonym(samples.name("company")),
        new NetworkId(samples.name("acme")),
        Money.euro("6.00"),
        BECAUSE,
        when);
  }

  /** What a centre earns by use that ended then. */
  public PayoutLine line(String id, Instant when) {
    return new PayoutLine(
        new UsageRecordId(samples.name(id)),
        new CentreId(samples.name("centre")),
        new NetworkId(samples.name("acme")),
        BigDecimal.ONE,
        Money.euro("4.00"),
        BECAUSE,
        when);
  }

  /** An invoice of these charges. */
  public Invoice invoice(String id, Charge... charges) {
    var bare = samples.invoice(id, "acme", Samples.MONDAY);
    var ids = Stream.of(charges).map(Charge::id).toList();
    var line = new Invoice.Line(1, "Desk", "", BigDecimal.ONE, "hour", Money.euro("6.00"), ids);
    return new Invoice(
        bare.id(),
        "",
        bare.seller(),
        bare.buyer(),
        bare.company(),
        bare.period(),
        List.of(line),
        Money.euro("6.00"),
        bare.issuedAt());
  }

  /** A payout of these lines. */
  public Payout payout(String id, PayoutLine... lines) {
    return new Payout(
        new PayoutId(samples.name(id)),
        new SettlementId(samples.name("settlement")),
        new CentreId(samples.name("centre")),
        new NetworkId(samples.name("acme")),
        MARCH,
        BigDecimal.ONE,
        Money.euro("4.00"),
        Stream.of(lines).map(PayoutLine::usage).toList(),
        Samples.MONDAY);
  }
}
