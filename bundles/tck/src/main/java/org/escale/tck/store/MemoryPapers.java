package org.escale.tck.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.escale.billing.Charge;
import org.escale.billing.Invoice;
import org.escale.billing.Payout;
import org.escale.billing.PayoutLine;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.word.Id;
import org.escale.word.Word;

/** What stands on papers, by looking at all of them. */
final class MemoryPapers {
  private MemoryPapers() {}

  /** What is rated, ended before that and stands on none. */
  static <W extends Word> List<W> open(MemoryShelf shelf, Class<W> kind, Instant before) {
    if (kind != Charge.class && kind != PayoutLine.class) {
      throw new IllegalArgumentException("nothing that is rated: " + kind);
    }
    Set<? extends Id> closed = kind == Charge.class ? charges(shelf) : records(shelf);
    return shelf.all(kind).stream()
        .filter(word -> word.at().orElse(Instant.EPOCH).isBefore(before))
        .filter(word -> !closed.contains(word.id()))
        .sorted(
            Comparator.comparing((W word) -> word.at().orElse(Instant.EPOCH))
                .thenComparing(word -> word.id().value()))
        .toList();
  }

  /** Why this cannot be a paper: something on it stands on another. */
  static Optional<Refusal> against(MemoryShelf shelf, Word paper) {
    boolean twice =
        (paper instanceof Invoice invoice && charges(invoice).anyMatch(charges(shelf)::contains))
            || (paper instanceof Payout payout
                && payout.records().stream().anyMatch(records(shelf)::contains));
    return twice
        ? Optional.of(Refusal.of(RefusalCode.ALREADY_EXISTS, "id", paper.id().value()))
        : Optional.empty();
  }

  private static Set<? extends Id> charges(MemoryShelf shelf) {
    return shelf.all(Invoice.class).stream()
        .flatMap(MemoryPapers::charges)
        .collect(Collectors.toSet());
  }

  private static java.util.stream.Stream<? extends Id> charges(Invoice invoice) {
    return invoice.lines().stream().flatMap(line -> line.charges().stream());
  }

  private static Set<? extends Id> records(MemoryShelf shelf) {
    return shelf.all(Payout.class).stream()
        .flatMap(payout -> payout.records().stream())
        .collect(Collectors.toSet());
  }
}
