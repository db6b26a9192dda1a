package org.escale.core.billing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.escale.billing.Charge;
import org.escale.billing.UsageRecord;
import org.escale.client.Company;
import org.escale.client.Member;
import org.escale.core.billing.InvoiceAssembly.Buyer;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.Centre;
import org.escale.federation.NetworkId;

/** Sorts charges by who gets the invoice and who sends it. Pure. */
record Buyers(Snapshot snapshot) {
  private static final Comparator<Buyer> ORDER =
      Comparator.comparing((Buyer buyer) -> buyer.seller().value())
          .thenComparing(buyer -> buyer.company().id().value());

  /** Each buyer with what it owes; companies of other instances are not ours to invoice. */
  Map<Buyer, List<Item>> sorted(List<Item> items) {
    var sorted = new TreeMap<Buyer, List<Item>>(ORDER);
    items.forEach(
        item ->
            buyer(item.charge())
                .ifPresent(b -> sorted.computeIfAbsent(b, x -> new ArrayList<>()).add(item)));
    return sorted;
  }

  /** A charge with what the invoice says of it: no name of a person. */
  Item item(Charge charge, UsageRecord record) {
    var group =
        snapshot.where(Member.class, "pseudonym", record.guest().person()).stream()
            .map(Member::group)
            .findFirst()
            .orElse("");
    var place =
        record.centre().flatMap(id -> snapshot.get(Centre.class, id)).map(Centre::name).orElse("");
    return new Item(charge, record, group, place);
  }

  /** The company's contract network invoices over all networks; without one, who charged. */
  private Optional<Buyer> buyer(Charge charge) {
    return snapshot.where(Company.class, "pseudonym", charge.company()).stream()
        .findFirst()
        .map(company -> new Buyer(company, seller(company, charge)));
  }

  private static NetworkId seller(Company company, Charge charge) {
    return company.contract().orElse(charge.seller());
  }
}
