package org.escale.core.billing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.escale.billing.Invoice;
import org.escale.billing.LedgerEntry;
import org.escale.billing.LedgerTransaction;
import org.escale.billing.Payout;
import org.escale.billing.TransactionId;
import org.escale.core.credit.Reservations;
import org.escale.federation.NetworkId;
import org.escale.money.Money;
import org.escale.word.Reader;

/** What an invoice and a payout move in the ledger; signs as in {@link Reservations}. Pure. */
final class Postings {
  private Postings() {}

  /**
   * Books an invoice: owed by the company, earned by each network that charged, and settled at once
   * as far as prepaid money was used; nothing where nothing moves.
   */
  static Optional<LedgerTransaction> invoice(
      Invoice invoice, Map<NetworkId, Money> earned, Money prepaid) {
    var entries = new ArrayList<LedgerEntry>();
    var company = invoice.company().value();
    entries.add(new LedgerEntry("receivable:" + company, prepaid.minus(invoice.total())));
    var sorted = new TreeMap<String, Money>();
    earned.forEach((network, amount) -> sorted.put(network.value(), amount));
    sorted.forEach((network, amount) -> entries.add(new LedgerEntry("revenue:" + network, amount)));
    entries.add(new LedgerEntry(Reservations.prepaid(invoice.company()), prepaid.negated()));
    return transaction(
        new TransactionId("invoice-" + invoice.id()),
        invoice.issuedAt(),
        invoice.id().value(),
        entries,
        invoice.readers());
  }

  /** Books a payout: spent by the network, owed to the centre; nothing where it is zero. */
  static Optional<LedgerTransaction> payout(Payout payout) {
    return transaction(
        new TransactionId("payout-" + payout.id()),
        payout.issuedAt(),
        payout.id().value(),
        List.of(
            new LedgerEntry("cost:" + payout.payer(), payout.amount().negated()),
            new LedgerEntry("payable:" + payout.centre(), payout.amount())),
        payout.readers());
  }

  private static Optional<LedgerTransaction> transaction(
      TransactionId id, Instant when, String about, List<LedgerEntry> entries, Set<Reader> seers) {
    var moving = entries.stream().filter(e -> !e.amount().isZero()).toList();
    return moving.isEmpty()
        ? Optional.empty()
        : Optional.of(new LedgerTransaction(id, when, about, moving, seers));
  }
}
