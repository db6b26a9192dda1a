package org.escale.core.billing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.escale.billing.Invoice;
import org.escale.billing.Payout;
import org.escale.federation.NetworkId;
import org.escale.money.Money;
import org.escale.spi.store.Write;

/**
 * What a run would make: the same for a dry run and a real one (law U8).
 *
 * @param invoices each with what its networks earned by it and what of it was prepaid
 */
record Plan(List<Billed> invoices, List<Payout> payouts) {
  /** An invoice, and how the ledger takes it. */
  record Billed(Invoice invoice, Map<NetworkId, Money> earned, Money prepaid) {}

  /** Copies the lists. */
  Plan {
    invoices = List.copyOf(invoices);
    payouts = List.copyOf(payouts);
  }

  /** What remains to the networks: to the cent what was invoiced less what is paid (law U6). */
  Money margin() {
    var invoiced = invoices.stream().map(b -> b.invoice().total()).reduce(Money.ZERO, Money::plus);
    var paid = payouts.stream().map(Payout::amount).reduce(Money.ZERO, Money::plus);
    return invoiced.minus(paid);
  }

  /** All that makes it real, in one commit. */
  List<Write> writes() {
    var writes = new ArrayList<Write>();
    for (var billed : invoices) {
      writes.add(new Write.Issue(billed.invoice()));
      Postings.invoice(billed.invoice(), billed.earned(), billed.prepaid())
          .ifPresent(transaction -> writes.add(new Write.Post(transaction)));
    }
    for (var payout : payouts) {
      writes.add(new Write.Put(payout, 0));
      Postings.payout(payout).ifPresent(transaction -> writes.add(new Write.Post(transaction)));
    }
    return writes;
  }
}
