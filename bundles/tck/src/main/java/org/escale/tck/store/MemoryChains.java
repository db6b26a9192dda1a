package org.escale.tck.store;

import java.util.Comparator;
import java.util.List;
import org.escale.billing.UsageRecord;
import org.escale.spi.store.Balances.ChainHead;

/** The chains of usage records, counted anew each time. */
final class MemoryChains {
  private final MemoryShelf shelf;

  MemoryChains(MemoryShelf shelf) {
    this.shelf = shelf;
  }

  /** The record at the end of its two chains. */
  UsageRecord place(UsageRecord bare) {
    var own = head(bare.chainName());
    var issuers = head(Chains.issuerChain(bare));
    return bare.at(
        new UsageRecord.Chain(
            bare.chainName(),
            own.count() + 1,
            Chains.hash(bare, own.hash()),
            own.hash(),
            issuers.count() + 1,
            Chains.hash(bare, issuers.hash())));
  }

  ChainHead head(String chain) {
    var own = sorted(r -> r.chainName().equals(chain), r -> r.chain().number());
    if (!own.isEmpty()) {
      return new ChainHead(chain, own.size(), own.get(own.size() - 1).chain().hash());
    }
    var issuers = sorted(r -> Chains.issuerChain(r).equals(chain), r -> r.chain().issuerNumber());
    return issuers.isEmpty()
        ? new ChainHead(chain, 0, "")
        : new ChainHead(
            chain, issuers.size(), issuers.get(issuers.size() - 1).chain().issuerHash());
  }

  private List<UsageRecord> sorted(
      java.util.function.Predicate<UsageRecord> which,
      java.util.function.ToLongFunction<UsageRecord> number) {
    return shelf.all(UsageRecord.class).stream()
        .filter(which)
        .sorted(Comparator.comparingLong(number))
        .toList();
  }
}
