package org.escale.core.billing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.escale.billing.Charge;
import org.escale.billing.ChargeId;
import org.escale.billing.Invoice;
import org.escale.billing.InvoiceId;
import org.escale.billing.PayoutLine;
import org.escale.billing.UsageRecord;
import org.escale.caller.Caller;
import org.escale.caller.Sight;
import org.escale.client.Company;
import org.escale.core.lookup.AccessLog;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Network;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.BillingOffice.Why;
import org.escale.spi.document.InvoiceDocument;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Leads each cent on an invoice back to its records and rules (law U9), and shows an invoice as a
 * document. What was rated keeps its reason, so no plug-in is asked. Safe for many threads.
 */
@Component(service = Explanations.class)
public final class Explanations {
  private final Words words;
  private final Snapshots snapshots;
  private final AccessLog log;
  private final Documents documents;

  /** From that store. */
  @Activate
  public Explanations(
      @Reference Words words,
      @Reference Snapshots snapshots,
      @Reference AccessLog log,
      @Reference Documents documents) {
    this.documents = documents;
    this.log = log;
    this.words = words;
    this.snapshots = snapshots;
  }

  /** Each charge of a line with its record, and the payout beside it where the caller sees it. */
  Outcome<List<Why>> why(Caller caller, InvoiceId id, int n) {
    return invoice(caller, id)
        .then(
            invoice ->
                invoice.lines().stream()
                    .filter(line -> line.n() == n)
                    .findFirst()
                    .map(
                        line ->
                            Outcome.done(line.charges().stream().map(c -> why(caller, c)).toList()))
                    .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND)));
  }

  /** The document; {@code NOT_FOUND} where nothing here makes that media type. */
  Outcome<byte[]> document(Caller caller, InvoiceId id, String mediaType) {
    return invoice(caller, id).then(invoice -> documents.made(named(invoice), mediaType));
  }

  private Outcome<Invoice> invoice(Caller caller, InvoiceId id) {
    return words
        .get(Invoice.class, id, caller.sight())
        .map(kept -> Outcome.done(kept.word()))
        .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND));
  }

  private Why why(Caller caller, ChargeId id) {
    var charge = words.get(Charge.class, id, Sight.PLATFORM).orElseThrow().word();
    var record = words.get(UsageRecord.class, charge.usage(), Sight.PLATFORM).orElseThrow().word();
    log.shown(caller, Stream.of(record));
    Optional<PayoutLine> payout =
        words.get(PayoutLine.class, charge.usage(), caller.sight()).map(Kept::word);
    return new Why(charge, record, payout);
  }

  private InvoiceDocument named(Invoice invoice) {
    var snapshot = snapshots.now();
    var company = snapshot.get(Company.class, invoice.buyer());
    return new InvoiceDocument(
        invoice,
        snapshot
            .get(Network.class, invoice.seller())
            .map(Network::name)
            .orElse(invoice.seller().value()),
        company.map(Company::name).orElse(invoice.company().value()),
        Locale.forLanguageTag(company.map(Company::language).orElse("en")));
  }
}
