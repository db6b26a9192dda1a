package org.escale.core.billing;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.escale.billing.Charge;
import org.escale.billing.ChargeId;
import org.escale.billing.Invoice;
import org.escale.billing.Payout;
import org.escale.billing.PayoutLine;
import org.escale.billing.Unrated;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecordId;
import org.escale.caller.Sight;
import org.escale.federation.NetworkId;
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

  /** In that store. */
  @Activate
  public OpenBooks(@Reference Words words) {
    this.words = words;
  }

  /**
   * What stands on paper already.
   *
   * @param sellers networks whose month is invoiced
   * @param payers networks whose month is settled
   */
  record Closed(
      Set<ChargeId> invoiced,
      Set<UsageRecordId> paid,
      Set<NetworkId> sellers,
      Set<NetworkId> payers) {}

  /** All invoices and payouts so far. */
  Closed closed(YearMonth period) {
    var closed = new Closed(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
    each(
        Invoice.class,
        Query.all(),
        invoice -> {
          invoice.lines().forEach(line -> closed.invoiced().addAll(line.charges()));
          if (invoice.period().equals(period)) {
            closed.sellers().add(invoice.seller());
          }
        });
    each(
        Payout.class,
        Query.all(),
        payout -> {
          closed.paid().addAll(payout.records());
          if (payout.period().equals(period)) {
            closed.payers().add(payout.payer());
          }
        });
    return closed;
  }

  /** Charges before that end that stand on no invoice. */
  List<Charge> charges(Instant end, Closed closed) {
    var open = new ArrayList<Charge>();
    each(
        Charge.class,
        until(end),
        charge -> {
          if (!closed.invoiced().contains(charge.id())) {
            open.add(charge);
          }
        });
    return open;
  }

  /** Payout lines before that end that stand on no payout. */
  List<PayoutLine> payoutLines(Instant end, Closed closed) {
    var open = new ArrayList<PayoutLine>();
    each(
        PayoutLine.class,
        until(end),
        line -> {
          if (!closed.paid().contains(line.usage())) {
            open.add(line);
          }
        });
    return open;
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

  private static Query until(Instant end) {
    return new Query(Map.of(), Optional.of(Instant.EPOCH), Optional.of(end), 0, Query.MOST);
  }

  private <W extends Word> void each(Class<W> kind, Query query, Consumer<W> with) {
    each(kind, query, Sight.PLATFORM, with);
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
