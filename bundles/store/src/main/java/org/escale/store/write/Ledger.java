package org.escale.store.write;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.escale.billing.LedgerTransaction;
import org.escale.client.Credit;
import org.escale.client.CreditId;
import org.escale.money.Money;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.store.write.Tables.AccountKey;
import org.escale.store.write.Tables.EntryKey;
import org.escale.store.write.Tables.Posting;

/** Double entry (law U5), and no credit below its floor (law R10). */
final class Ledger {
  private static final String CREDIT = "credit:";

  /** Posts it, or says why not. */
  Optional<Refusal> post(LedgerTransaction transaction, Writing writing) throws SQLException {
    var exists = writing.revision(transaction, 0);
    if (exists.isPresent()) {
      return exists;
    }
    for (var moved : sums(transaction).entrySet()) {
      var account = moved.getKey();
      var balances = writing.draft.balances;
      var left =
          Math.addExact(
              balances.get(account, writing.draft.statements).orElse(0L), moved.getValue());
      if (moved.getValue() < 0 && passesFloor(account, left, writing)) {
        return Optional.of(Refusal.of(RefusalCode.NO_CREDIT));
      }
      balances.put(account, left);
    }
    int place = 0;
    for (var entry : transaction.entries()) {
      var currency = entry.amount().currency().getCurrencyCode();
      writing.draft.postings.set(
          new EntryKey(transaction.id().value(), place++),
          Optional.empty(),
          Optional.of(new Posting(entry.account(), currency, minor(entry.amount()))));
    }
    writing.write(transaction);
    return Optional.empty();
  }

  /** An amount in minor units. */
  static long minor(Money money) {
    return money.amount().unscaledValue().longValueExact();
  }

  private static Map<AccountKey, Long> sums(LedgerTransaction transaction) {
    var sums = new LinkedHashMap<AccountKey, Long>();
    for (var entry : transaction.entries()) {
      var key = new AccountKey(entry.account(), entry.amount().currency().getCurrencyCode());
      sums.merge(key, minor(entry.amount()), Math::addExact);
    }
    return sums;
  }

  private static boolean passesFloor(AccountKey account, long left, Writing writing)
      throws SQLException {
    if (!account.account().startsWith(CREDIT)) {
      return false;
    }
    var id = new CreditId(account.account().substring(CREDIT.length()));
    var credit = writing.now(Credit.class, id);
    return credit.isEmpty()
        || !credit.get().word().floor().currency().getCurrencyCode().equals(account.currency())
        || left < minor(credit.get().word().floor());
  }
}
