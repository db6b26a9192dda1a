package org.escale.rest.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.billing.Because;
import org.escale.billing.ChargeId;
import org.escale.billing.Invoice;
import org.escale.billing.LedgerTransaction;
import org.escale.billing.Payout;
import org.escale.billing.PayoutLine;
import org.escale.billing.Unrated;
import org.escale.billing.UsageRecordId;
import org.escale.rest.call.MoneyView;
import org.escale.rest.presence.UsageView;
import org.escale.service.BillingOffice;

/** What billing looks like at this door. */
public final class BillingViews {
  private BillingViews() {}

  /** One invoice of one company and month over all networks; amounts without VAT. */
  public record InvoiceView(
      String id,
      Invoice.Kind kind,
      String number,
      String sellerNetworkId,
      String companyId,
      String period,
      List<LineView> lines,
      MoneyView total,
      Instant issuedAt) {
    /** One line. */
    public record LineView(
        int n,
        String text,
        String costCentre,
        BigDecimal quantity,
        String unit,
        MoneyView amount,
        List<String> chargeIds) {
      static LineView of(Invoice.Line l) {
        return new LineView(
            l.n(),
            l.text(),
            l.costCentre(),
            l.quantity(),
            l.unit(),
            MoneyView.of(l.amount()),
            l.charges().stream().map(ChargeId::value).toList());
      }
    }

    /** As kept. */
    public static InvoiceView of(Invoice i) {
      return new InvoiceView(
          i.id().value(),
          i.kind(),
          i.number(),
          i.seller().value(),
          i.buyer().value(),
          i.period().toString(),
          i.lines().stream().map(LineView::of).toList(),
          MoneyView.of(i.total()),
          i.issuedAt());
    }
  }

  /** What a network owes a centre for a month, by hours. */
  public record PayoutView(
      String id,
      String settlementId,
      String centreId,
      String payerNetworkId,
      String period,
      BigDecimal hours,
      MoneyView amount,
      List<String> usageRecordIds,
      Instant issuedAt) {
    /** As kept. */
    public static PayoutView of(Payout p) {
      return new PayoutView(
          p.id().value(),
          p.settlement().value(),
          p.centre().value(),
          p.payer().value(),
          p.period().toString(),
          p.hours(),
          MoneyView.of(p.amount()),
          p.records().stream().map(UsageRecordId::value).toList(),
          p.issuedAt());
    }
  }

  /** A record that is not on an invoice, and why. */
  public record UnbilledView(
      String usageRecordId, String networkId, String code, Map<String, String> details) {
    static UnbilledView of(Unrated u) {
      return new UnbilledView(
          u.usage().value(), u.network().value(), u.reason().code().name(), u.reason().details());
    }
  }

  /** How much a run made. */
  public record CountsView(int invoices, int payouts, int unbilled) {}

  /**
   * What a run made, or would make when dry.
   *
   * @param counts how much it made; a job keeps the first 1000 of each, the lists of invoices and
   *     payouts have all
   */
  public record RunView(
      String period,
      boolean dryRun,
      CountsView counts,
      List<InvoiceView> invoices,
      List<PayoutView> payouts,
      List<UnbilledView> unbilled,
      MoneyView margin) {
    private static final int FIRST = 1000;

    static RunView of(BillingOffice.Run r) {
      return of(r, Integer.MAX_VALUE);
    }

    /** As a job keeps it. */
    static RunView first(BillingOffice.Run r) {
      return of(r, FIRST);
    }

    private static RunView of(BillingOffice.Run r, int most) {
      return new RunView(
          r.period().toString(),
          r.dry(),
          new CountsView(r.invoices().size(), r.payouts().size(), r.unbilled().size()),
          r.invoices().stream().limit(most).map(InvoiceView::of).toList(),
          r.payouts().stream().limit(most).map(PayoutView::of).toList(),
          r.unbilled().stream().limit(most).map(UnbilledView::of).toList(),
          MoneyView.of(r.margin()));
    }
  }

  /** The rule, its dated terms, a sentence, and the figures in it. */
  public record BecauseView(String rule, String terms, String text, Map<String, String> figures) {
    static BecauseView of(Because b) {
      return new BecauseView(
          b.rule().rule().value(), b.rule().terms().value(), b.text(), b.figures());
    }
  }

  /** Why a line is what it is: a charge, its record, and the payout beside it. */
  public record WhyView(
      String chargeId,
      MoneyView amount,
      BecauseView because,
      UsageView usage,
      Optional<MoneyView> payout,
      Optional<BecauseView> payoutBecause) {
    static WhyView of(BillingOffice.Why w) {
      return new WhyView(
          w.charge().id().value(),
          MoneyView.of(w.charge().amount()),
          BecauseView.of(w.charge().because()),
          UsageView.of(w.record()),
          w.payout().map(p -> MoneyView.of(p.amount())),
          w.payout().map(PayoutLine::because).map(BecauseView::of));
    }
  }

  /** A movement of money between accounts. */
  public record TransactionView(
      String id, Instant when, String about, List<LedgerEntryView> entries) {
    /** One side. */
    public record LedgerEntryView(String account, MoneyView amount) {}

    static TransactionView of(LedgerTransaction t) {
      return new TransactionView(
          t.id().value(),
          t.when(),
          t.about(),
          t.entries().stream()
              .map(e -> new LedgerEntryView(e.account(), MoneyView.of(e.amount())))
              .toList());
    }
  }
}
