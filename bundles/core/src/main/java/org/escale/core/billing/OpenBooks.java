package org.escale.core.billing;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.escale.billing.Charge;
import org.escale.billing.Invoice;
import org.escale.billing.Payout;
import org.escale.billing.PayoutLine;
import org.escale.billing.Unrated;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecordId;
import org.escale.caller.Sight;
import org.escale.federation.NetworkId;
import org.escale.spi.store.Balances;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.escale.word.Query;
import org.escale.word.Word;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads what is rated and stands on no invoice or payout yet. The lists of records make an invoice,
 * not the calendar (law U3): what came late for a closed month is open for the next.
 */
@Component(service = OpenBooks.class)
public final class OpenBooks {
  private final Words words;
  private final Balances balances;

  /** In that store. */
  @Activate
  public OpenBooks(@Reference Words words, @Reference Balances balances) {
    this.words = words;
    this.balances = balances;
  }

  /**
   * Whose month is closed already.
   *
   * @param sellers networks whose month is invoiced
   * @param payers networks whose month is settled
   */
  record Closed(Set<NetworkId> sellers, Set<NetworkId> payers) {}

  /** As the papers of that month say. */
  Closed closed(YearMonth period) {
    var month = Query.where("period", period.toString());
    var closed = new Closed(new HashSet<>(), new HashSet<>());
    each(Invoice.class, month, Sight.PLATFORM, paper -> closed.sellers().add(paper.seller()));
    each(Payout.class, month, Sight.PLATFORM, paper -> closed.payers().add(paper.payer()));
    return closed;
  }

  /** Charges before that end that stand on no invoice. */
  List<Charge> charges(Instant end) {
    return balances.open(Charge.class, end);
  }

  /** Payout lines before that end that stand on no payout. */
  List<PayoutLine> payoutLines(Instant end) {
    return balances.open(PayoutLine.class, end);
  }

  /** What is not rated or not to be invoiced, as far as somebody may know. */
  List<Unrated> unrated(Sight sight) {
    var all = new ArrayList<Unrated>();
    each(Unrated.class, Query.all(), sight, all::add);
    return all;
  }

  /** A record. */
  Optional<UsageRecord> record(UsageRecordId id) {
    return words.get(UsageRecord.class, id, Sight.PLATFORM).map(Kept::word);
  }

  /** A page may show a word twice, but each is taken once. */
  private <W extends Word> void each(Class<W> kind, Query query, Sight sight, Consumer<W> with) {
    var seen = new HashSet<String>();
    var page = words.find(kind, query, sight);
    while (true) {
      for (var kept : page.items()) {
        if (seen.add(kept.word().id().value())) {
          with.accept(kept.word());
        }
      }
      if (page.next().isEmpty()) {
        return;
      }
      page = words.find(kind, query.after(page.next().getAsLong()), sight);
    }
  }
}
