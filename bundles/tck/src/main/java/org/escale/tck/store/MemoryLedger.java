package org.escale.tck.store;

import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.escale.billing.LedgerEntry;
import org.escale.billing.LedgerTransaction;
import org.escale.money.Money;

/** Sums over all transactions, added up anew each time. */
final class MemoryLedger {
  private MemoryLedger() {}

  static Money balance(String account, Collection<LedgerTransaction> transactions) {
    return transactions.stream()
        .map(transaction -> on(account, transaction))
        .reduce(Money.ZERO, Money::plus);
  }

  /** What one transaction moves on an account, in euro. */
  static Money on(String account, LedgerTransaction transaction) {
    return transaction.entries().stream()
        .filter(entry -> entry.account().equals(account))
        .map(LedgerEntry::amount)
        .filter(amount -> amount.currency().equals(Money.EUR))
        .reduce(Money.ZERO, Money::plus);
  }

  static Map<Currency, Money> total(Collection<LedgerTransaction> transactions) {
    var sums = new HashMap<Currency, Money>();
    transactions.stream()
        .flatMap(transaction -> transaction.entries().stream())
        .forEach(e -> sums.merge(e.amount().currency(), e.amount(), Money::plus));
    return sums;
  }
}
