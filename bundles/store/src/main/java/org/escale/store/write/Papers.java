package org.escale.store.write;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.escale.billing.Charge;
import org.escale.billing.Invoice;
import org.escale.billing.Payout;
import org.escale.billing.PayoutLine;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.store.sql.Nanos;
import org.escale.store.text.Kinds;
import org.escale.store.write.Tables.ItemKey;
import org.escale.word.Id;
import org.escale.word.Word;

/** What is rated is open until it stands on a paper, and stands on one (law U3). */
final class Papers {
  private static final String CHARGE = Kinds.name(Charge.class);
  private static final String PAYOUT_LINE = Kinds.name(PayoutLine.class);

  private static final Optional<Refusal> NONE = Optional.empty();

  private Papers() {}

  /** A word that is rated for the first time is open; a payout closes its records. */
  static Optional<Refusal> put(Word word, Writing writing) throws SQLException {
    if (word instanceof Charge || word instanceof PayoutLine) {
      var at = word.at().map(Nanos::near).orElse(0L);
      var item = new ItemKey(Kinds.name(word.getClass()), word.id().value());
      writing.draft.unbilled.set(item, Optional.empty(), Optional.of(at));
    }
    return word instanceof Payout payout ? close(items(payout), payout.id(), writing) : NONE;
  }

  /** An invoice closes its charges. */
  static Optional<Refusal> issue(Invoice invoice, Writing writing) throws SQLException {
    return close(items(invoice), invoice.id(), writing);
  }

  /** What stands on it. */
  static Collection<ItemKey> items(Payout payout) {
    return payout.records().stream().map(id -> new ItemKey(PAYOUT_LINE, id.value())).toList();
  }

  /** What stands on it. */
  static Collection<ItemKey> items(Invoice invoice) {
    return charges(invoice).map(id -> new ItemKey(CHARGE, id.value())).toList();
  }

  private static Stream<? extends Id> charges(Invoice invoice) {
    return invoice.lines().stream().flatMap(line -> line.charges().stream());
  }

  private static Optional<Refusal> close(Collection<ItemKey> items, Id paper, Writing writing)
      throws SQLException {
    var draft = writing.draft;
    for (var item : items) {
      var other = draft.billed.get(item, draft.statements);
      if (other.isPresent()) {
        return Optional.of(Refusal.of(RefusalCode.ALREADY_EXISTS, "id", other.get()));
      }
      draft.billed.put(item, paper.value());
      draft.unbilled.set(item, Optional.of(0L), Optional.empty());
    }
    return NONE;
  }
}
