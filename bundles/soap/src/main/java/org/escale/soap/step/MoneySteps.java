package org.escale.soap.step;

import static org.escale.caller.Operation.INVOICE_READ;
import static org.escale.caller.Operation.PAYOUT_READ;
import static org.escale.caller.Operation.USAGE_READ;
import static org.escale.soap.call.RefusedException.done;

import java.util.List;
import java.util.function.BiConsumer;
import org.escale.billing.Invoice;
import org.escale.billing.InvoiceId;
import org.escale.billing.Payout;
import org.escale.billing.UsageRecord;
import org.escale.service.Lookup;
import org.escale.soap.call.Answer;
import org.escale.soap.call.Ask;
import org.escale.word.Page;
import org.escale.word.Word;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists usage records and payouts, reads invoices. */
@Component(service = MoneySteps.class)
public final class MoneySteps {
  private final Lookup lookup;

  /** With what reads. */
  @Activate
  public MoneySteps(@Reference Lookup lookup) {
    this.lookup = lookup;
  }

  /** Its operations. */
  public List<Step> all() {
    return List.of(
        Step.of("ListUsageRecords", this::usage, USAGE_READ),
        Step.of("GetInvoice", this::invoice, INVOICE_READ),
        Step.of("ListPayouts", this::payouts, PAYOUT_READ));
  }

  private void usage(Ask ask, Answer answer) {
    ask.one("kind", UsageRecord.Kind.class);
    var query = ask.page("visitId", "centreId", "kind");
    var page = done(lookup.list(ask.caller(), UsageRecord.class, query));
    page(answer, "usageRecord", page, UsageViews::record);
  }

  private void payouts(Ask ask, Answer answer) {
    var query = ask.page("centreId", "networkId", "period");
    page(
        answer, "payout", done(lookup.list(ask.caller(), Payout.class, query)), MoneySteps::payout);
  }

  private static <W extends Word> void page(
      Answer answer, String name, Page<W> page, BiConsumer<Answer, W> how) {
    page.items().forEach(kept -> answer.part(name, kept.word(), how));
    page.next().ifPresent(next -> answer.field("next", next));
  }

  private void invoice(Ask ask, Answer answer) {
    var id = ask.named("id", InvoiceId::new);
    answer.part(
        "invoice", done(lookup.get(ask.caller(), Invoice.class, id)).word(), MoneySteps::invoice);
  }

  private static void invoice(Answer at, Invoice i) {
    at.field("id", i.id())
        .field("number", i.number())
        .field("sellerNetworkId", i.seller())
        .field("companyId", i.buyer())
        .field("period", i.period())
        .each("line", i.lines(), MoneySteps::line)
        .part("total", i.total(), Views::money)
        .field("issuedAt", i.issuedAt());
  }

  private static void line(Answer at, Invoice.Line line) {
    at.field("n", line.n())
        .field("text", line.text())
        .field("costCentre", line.costCentre())
        .field("quantity", line.quantity().toPlainString())
        .field("unit", line.unit())
        .part("amount", line.amount(), Views::money);
    line.charges().forEach(charge -> at.field("chargeId", charge));
  }

  private static void payout(Answer at, Payout p) {
    at.field("id", p.id())
        .field("settlementId", p.settlement())
        .field("centreId", p.centre())
        .field("payerNetworkId", p.payer())
        .field("period", p.period())
        .field("hours", p.hours().toPlainString())
        .part("amount", p.amount(), Views::money);
    p.records().forEach(record -> at.field("usageRecordId", record));
    at.field("issuedAt", p.issuedAt());
  }
}
