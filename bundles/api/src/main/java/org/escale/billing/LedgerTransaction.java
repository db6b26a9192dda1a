package org.escale.billing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.money.Money;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * A movement of money between accounts; sums to zero for each currency (law U5), is never changed.
 *
 * @param about what caused it: an invoice, payout or visit
 * @param seers who may read it, beside nobody else
 */
public record LedgerTransaction(
    TransactionId id, Instant when, String about, List<LedgerEntry> entries, Set<Reader> seers)
    implements Word {
  /**
   * Checks that it balances.
   *
   * @throws IllegalArgumentException if the entries of a currency do not sum to zero
   */
  public LedgerTransaction {
    entries = List.copyOf(entries);
    seers = Set.copyOf(seers);
    var sums = new java.util.HashMap<java.util.Currency, Money>();
    entries.forEach(e -> sums.merge(e.amount().currency(), e.amount(), Money::plus));
    if (entries.isEmpty() || !sums.values().stream().allMatch(Money::isZero)) {
      throw new IllegalArgumentException("a transaction sums to zero");
    }
  }

  @Override
  public Set<Reader> readers() {
    return seers;
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("about", about);
  }

  @Override
  public Optional<Instant> at() {
    return Optional.of(when);
  }
}
