package org.escale.spi.store;

import java.util.Currency;
import java.util.Map;
import org.escale.money.Money;
import org.osgi.annotation.versioning.ProviderType;

/** Sums over the ledger and heads of the chains. */
@ProviderType
public interface Balances {
  /** What is on an account in euro; zero for one that never moved. */
  Money balance(String account);

  /** The sum of all entries for each currency: zero, or something is badly wrong (U5). */
  Map<Currency, Money> total();

  /** Count and last hash of a chain; 0 and an empty text before its first record. */
  ChainHead head(String chain);

  /** Where a chain ends. */
  record ChainHead(String chain, long count, String hash) {}
}
