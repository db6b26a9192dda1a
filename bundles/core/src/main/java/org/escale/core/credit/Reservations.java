package org.escale.core.credit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.billing.LedgerEntry;
import org.escale.billing.LedgerTransaction;
import org.escale.billing.TransactionId;
import org.escale.booking.Agreement;
import org.escale.client.Credit;
import org.escale.money.Money;
import org.escale.spi.store.Write;
import org.escale.word.Id;

/**
 * Reserves prepaid money when something begins and uses it when it is rated. The store refuses what
 * would pass a credit's floor (rule R10), so nothing here looks at balances. Pure.
 *
 * <p>One sign for all accounts of the ledger: what we owe or have earned is positive, what is owed
 * to us or was spent is negative; so a credit account holds what is left.
 */
public final class Reservations {
  private Reservations() {}

  /** Keeps {@code amount} for {@code about}; nothing for own clients, or where there is none. */
  public static List<Write> reserve(Optional<Credit> credit, Agreement agreement, Reserve wanted) {
    return credit.stream()
        .filter(c -> !agreement.own() && !wanted.amount().isZero())
        .map(c -> (Write) new Write.Post(reserve(c, wanted)))
        .toList();
  }

  /** So much, for this, from then on. */
  public record Reserve(Id about, Money amount, Instant when) {}

  /**
   * Keeps {@code more} for what was reserved for before, from the same credit, or gives it back
   * where it is negative.
   *
   * @param change tells this change from others about the same
   */
  public static List<Write> change(LedgerTransaction first, Reserve more, long change) {
    if (more.amount().isZero()) {
      return List.of();
    }
    return List.of(
        new Write.Post(
            new LedgerTransaction(
                new TransactionId(reservation(more.about()).value() + "-" + change),
                more.when(),
                first.about(),
                List.of(
                    new LedgerEntry(first.entries().get(0).account(), more.amount().negated()),
                    new LedgerEntry(first.entries().get(1).account(), more.amount())),
                first.readers())));
  }

  /** What is reserved after all changes, as one reservation; the first comes first. */
  public static Optional<LedgerTransaction> reserved(Id about, List<LedgerTransaction> all) {
    var name = reservation(about);
    var changes = all.stream().filter(t -> t.id().value().startsWith(name.value() + "-")).toList();
    return all.stream()
        .filter(t -> t.id().equals(name))
        .findFirst()
        .map(first -> changes.stream().reduce(first, Reservations::sum));
  }

  private static LedgerTransaction sum(LedgerTransaction one, LedgerTransaction other) {
    var entries = new java.util.ArrayList<LedgerEntry>();
    for (int i = 0; i < one.entries().size(); i++) {
      var entry = one.entries().get(i);
      var sum = entry.amount().plus(other.entries().get(i).amount());
      entries.add(new LedgerEntry(entry.account(), sum));
    }
    return new LedgerTransaction(one.id(), one.when(), one.about(), entries, one.readers());
  }

  /** The name of what was reserved for {@code about}. */
  public static TransactionId reservation(Id about) {
    return new TransactionId("reserve-" + about.value());
  }

  /** The name of what used it. */
  public static TransactionId use(Id about) {
    return new TransactionId("use-" + about.value());
  }

  /** The account of money used and not yet invoiced. */
  public static String prepaid(Id company) {
    return "prepaid:" + company.value();
  }

  /**
   * Uses a reservation for a charge: at most what was reserved becomes prepaid money of the
   * company, the rest goes back to the credit it came from.
   */
  public static LedgerTransaction used(
      LedgerTransaction reservation, Id company, Money charge, Instant when) {
    var credit = reservation.entries().get(0);
    var kept = reservation.entries().get(1);
    var used = min(kept.amount(), charge.isNegative() ? Money.ZERO : charge);
    var entries =
        List.of(
            new LedgerEntry(kept.account(), kept.amount().negated()),
            new LedgerEntry(credit.account(), kept.amount().minus(used)),
            new LedgerEntry(prepaid(company), used));
    return new LedgerTransaction(
        new TransactionId("use-" + reservation.about()),
        when,
        reservation.about(),
        entries.stream().filter(e -> !e.amount().isZero()).toList(),
        reservation.readers());
  }

  private static LedgerTransaction reserve(Credit credit, Reserve wanted) {
    return new LedgerTransaction(
        reservation(wanted.about()),
        wanted.when(),
        wanted.about().value(),
        List.of(
            new LedgerEntry(credit.account(), wanted.amount().negated()),
            new LedgerEntry("reserved:" + wanted.about().value(), wanted.amount())),
        credit.readers());
  }

  private static Money min(Money one, Money other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
