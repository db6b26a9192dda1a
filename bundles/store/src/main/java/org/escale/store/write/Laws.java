package org.escale.store.write;

import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.escale.adapter.ForeignTime;
import org.escale.adapter.ForeignTimeId;
import org.escale.billing.Invoice;
import org.escale.billing.LedgerTransaction;
import org.escale.billing.UsageRecord;
import org.escale.booking.Booking;
import org.escale.presence.Visit;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Change;
import org.escale.spi.store.Write;
import org.escale.word.Word;

/** Drafts the writes of a change, each under its laws. */
final class Laws {
  private static final Set<Class<? extends Word>> NEVER_PUT =
      Set.of(UsageRecord.class, LedgerTransaction.class, Invoice.class);
  private static final Set<Class<? extends Word>> NEVER_REMOVED =
      Set.of(Booking.class, Visit.class, UsageRecord.class, LedgerTransaction.class, Invoice.class);

  private final Lines lines;
  private final Usage usage;
  private final Ledger ledger = new Ledger();

  Laws(Lines lines, Usage usage) {
    this.lines = lines;
    this.usage = usage;
  }

  /**
   * Whether every write may be asked for at all.
   *
   * @throws IllegalArgumentException if one may not: a mistake of the caller
   */
  static void check(Change change) {
    for (var write : change.writes()) {
      if (write instanceof Write.Put put && NEVER_PUT.contains(put.word().getClass())) {
        throw new IllegalArgumentException("append, post or issue it: " + put.word().getClass());
      }
      if (write instanceof Write.Remove remove && NEVER_REMOVED.contains(remove.kind())) {
        throw new IllegalArgumentException("never removed: " + remove.kind());
      }
    }
  }

  /** Drafts one write, or says why not. */
  Optional<Refusal> draft(Write write, Writing writing) throws SQLException {
    if (write instanceof Write.Put put) {
      return put(put, writing);
    }
    if (write instanceof Write.Append append) {
      return usage.append(append.record(), writing);
    }
    if (write instanceof Write.Post post) {
      return ledger.post(post.transaction(), writing);
    }
    if (write instanceof Write.Issue issue) {
      return issue(issue.invoice(), writing);
    }
    var remove = (Write.Remove) write;
    if (remove.kind() == ForeignTime.class) {
      lines.mirror((ForeignTimeId) remove.id(), Optional.empty(), writing);
    }
    writing.remove(remove.kind(), remove.id());
    return Optional.empty();
  }

  private Optional<Refusal> put(Write.Put put, Writing writing) throws SQLException {
    var refusal = writing.revision(put.word(), put.revision());
    if (refusal.isEmpty() && put.word() instanceof Booking booking) {
      refusal = lines.move(booking, writing);
    }
    if (refusal.isEmpty() && put.word() instanceof ForeignTime time) {
      lines.mirror(time.id(), Optional.of(time), writing);
    }
    if (refusal.isEmpty() && put.word() instanceof Visit visit) {
      refusal = presence(visit, writing);
    }
    if (refusal.isEmpty() && put.revision() == 0) {
      refusal = Papers.put(put.word(), writing);
    }
    if (refusal.isEmpty()) {
      writing.write(put.word());
    }
    return refusal;
  }

  private static Optional<Refusal> presence(Visit visit, Writing writing) throws SQLException {
    var open = writing.draft.visits;
    var guest = visit.guest().issuer() + "/" + visit.guest().person().value();
    var there = open.get(guest, writing.draft.statements);
    var itself = there.filter(visit.id().value()::equals).isPresent();
    if (visit.open() && there.isPresent() && !itself) {
      return Optional.of(Refusal.of(RefusalCode.ALREADY_PRESENT));
    }
    if (visit.open()) {
      open.put(guest, visit.id().value());
    } else if (itself) {
      open.remove(guest);
    }
    return Optional.empty();
  }

  private static Optional<Refusal> issue(Invoice invoice, Writing writing) throws SQLException {
    var exists = writing.revision(invoice, 0);
    var refusal = exists.isPresent() ? exists : Papers.issue(invoice, writing);
    if (refusal.isPresent()) {
      return refusal;
    }
    var year = invoice.issuedAt().atZone(ZoneOffset.UTC).getYear();
    var name = String.format(Locale.ROOT, "%s-%d", invoice.seller().value(), year);
    var series = writing.draft.series;
    var next = series.get(name, writing.draft.statements).orElse(0L) + 1;
    series.put(name, next);
    writing.write(invoice.numbered(String.format(Locale.ROOT, "%s-%04d", name, next)));
    return Optional.empty();
  }
}
