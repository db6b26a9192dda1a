package org.escale.tck.store;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.escale.billing.Invoice;
import org.escale.billing.LedgerTransaction;
import org.escale.billing.UsageRecord;
import org.escale.booking.Booking;
import org.escale.client.Credit;
import org.escale.client.CreditId;
import org.escale.federation.SpaceId;
import org.escale.presence.Visit;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Write;
import org.escale.word.Kept;
import org.escale.word.TimeSlot;
import org.escale.word.Word;

/** The laws a commit holds, each by looking at every word there is. */
final class MemoryLaws {
  private final MemoryShelf shelf;
  private final MemoryChains chains;

  MemoryLaws(MemoryShelf shelf) {
    this.shelf = shelf;
    this.chains = new MemoryChains(shelf);
  }

  /** Why this write cannot be, as things stand. */
  Optional<Refusal> against(Write write) {
    if (write instanceof Write.Put put) {
      return revision(put)
          .or(() -> calendar(put.word()))
          .or(() -> presence(put.word()))
          .or(
              () ->
                  put.revision() > 0 ? Optional.empty() : MemoryPapers.against(shelf, put.word()));
    }
    if (write instanceof Write.Append append) {
      return fresh(append.record())
          .or(
              () ->
                  shelf.all(UsageRecord.class).stream()
                      .filter(r -> r.producer().equals(append.record().producer()))
                      .findAny()
                      .map(r -> Refusal.of(RefusalCode.ALREADY_EXISTS, "id", r.id().value())));
    }
    if (write instanceof Write.Post post) {
      return fresh(post.transaction()).or(() -> floor(post.transaction()));
    }
    return write instanceof Write.Issue issue
        ? fresh(issue.invoice()).or(() -> MemoryPapers.against(shelf, issue.invoice()))
        : Optional.empty();
  }

  /** The word as it is kept: records get their place, invoices their number. */
  Word made(Write write) {
    if (write instanceof Write.Put put) {
      return put.word();
    }
    if (write instanceof Write.Append append) {
      return chains.place(append.record());
    }
    if (write instanceof Write.Post post) {
      return post.transaction();
    }
    return numbered(((Write.Issue) write).invoice());
  }

  private Optional<Refusal> revision(Write.Put put) {
    var now = shelf.get(put.word().getClass(), put.word().id()).map(k -> k.revision()).orElse(0L);
    if (now == put.revision()) {
      return Optional.empty();
    }
    return Optional.of(
        Refusal.of(
            put.revision() == 0 ? RefusalCode.ALREADY_EXISTS : RefusalCode.CHANGED_MEANWHILE,
            "id",
            put.word().id().value()));
  }

  private Optional<Refusal> fresh(Word word) {
    return revision(new Write.Put(word, 0));
  }

  private Optional<Refusal> calendar(Word word) {
    if (!(word instanceof Booking booking) || !booking.state().live()) {
      return Optional.empty();
    }
    return booking.occupies().stream()
        .filter(
            line ->
                shelf.lines().booked(line).stream().anyMatch(other -> inTheWay(booking, other))
                    || mirrored(booking, line))
        .findFirst()
        .map(
            line ->
                Refusal.of(
                    line.equals(booking.space())
                        ? RefusalCode.SPACE_TAKEN
                        : RefusalCode.EQUIPMENT_TAKEN,
                    "line",
                    line.value()));
  }

  private static boolean inTheWay(Booking booking, Booking other) {
    return !other.id().equals(booking.id())
        && other.slots().stream().anyMatch(slot -> in(booking, slot));
  }

  private static boolean in(Booking booking, TimeSlot slot) {
    return booking.slots().stream().anyMatch(slot::overlaps);
  }

  /** Whether the booking takes anew what the centre's own system says is busy. */
  private boolean mirrored(Booking booking, SpaceId line) {
    var had =
        shelf
            .get(Booking.class, booking.id())
            .map(Kept::word)
            .filter(was -> was.state().live() && was.occupies().contains(line))
            .map(Booking::slots)
            .orElse(List.of());
    var fresh = booking.slots().stream().flatMap(slot -> slot.without(had).stream()).toList();
    return shelf.lines().mirrored(line).anyMatch(time -> fresh.stream().anyMatch(time::overlaps));
  }

  private Optional<Refusal> presence(Word word) {
    if (!(word instanceof Visit visit) || !visit.open()) {
      return Optional.empty();
    }
    return shelf.all(Visit.class).stream()
        .filter(other -> other.open() && !other.id().equals(visit.id()))
        .filter(other -> other.guest().issuer().equals(visit.guest().issuer()))
        .filter(other -> other.guest().person().equals(visit.guest().person()))
        .findAny()
        .map(other -> Refusal.of(RefusalCode.ALREADY_PRESENT));
  }

  private Optional<Refusal> floor(LedgerTransaction transaction) {
    return transaction.entries().stream()
        .map(entry -> entry.account())
        .filter(account -> account.startsWith("credit:"))
        .distinct()
        .filter(account -> passesFloor(account, transaction))
        .findFirst()
        .map(account -> Refusal.of(RefusalCode.NO_CREDIT));
  }

  private boolean passesFloor(String account, LedgerTransaction transaction) {
    var moved = MemoryLedger.on(account, transaction);
    if (!moved.isNegative()) {
      return false;
    }
    var id = new CreditId(account.substring("credit:".length()));
    var left = MemoryLedger.balance(account, shelf.all(LedgerTransaction.class)).plus(moved);
    return shelf
        .get(Credit.class, id)
        .filter(credit -> left.compareTo(credit.word().floor()) >= 0)
        .isEmpty();
  }

  private Invoice numbered(Invoice invoice) {
    var year = invoice.issuedAt().atZone(ZoneOffset.UTC).getYear();
    var before =
        shelf.all(Invoice.class).stream()
            .filter(other -> other.seller().equals(invoice.seller()))
            .filter(other -> other.issuedAt().atZone(ZoneOffset.UTC).getYear() == year)
            .count();
    return invoice.numbered(
        String.format(Locale.ROOT, "%s-%d-%04d", invoice.seller().value(), year, before + 1));
  }
}
