package org.escale.spi.store;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.escale.money.Money;
import org.escale.word.Word;
import org.osgi.annotation.versioning.ProviderType;

/** Sums over the ledger, heads of the chains, and what stands on no paper yet. */
@ProviderType
public interface Balances {
  /** What is on an account in euro; zero for one that never moved. */
  Money balance(String account);

  /** The sum of all entries for each currency: zero, or something is badly wrong (U5). */
  Map<Currency, Money> total();

  /** Count and last hash of a chain; 0 and an empty text before its first record. */
  ChainHead head(String chain);

  /**
   * What was rated, ended before that instant and stands on no paper yet, in the order of its end:
   * each {@link org.escale.billing.Charge} that is on no invoice, each {@link
   * org.escale.billing.PayoutLine} whose record is on no payout. Costs what it finds, however much
   * stands on paper already.
   *
   * @throws IllegalArgumentException for another class of words
   */
  <W extends Word> List<W> open(Class<W> kind, Instant before);

  /** Where a chain ends. */
  record ChainHead(String chain, long count, String hash) {}
}
