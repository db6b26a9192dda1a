package org.escale.store.read;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.stream.Collectors;
import org.escale.money.Money;
import org.escale.spi.store.Balances;
import org.escale.store.sql.Database;

/** Sums over the ledger and heads of the chains. */
public final class DatabaseBalances implements Balances {
  private final Database database;

  /** Of that database. */
  public DatabaseBalances(Database database) {
    this.database = database;
  }

  @Override
  public Money balance(String account) {
    return database.read(
        statements ->
            statements
                .one(
                    "select minor from balance where account = ? and currency = 'EUR'",
                    row -> money(row.getLong(1), Money.EUR),
                    account)
                .orElse(Money.ZERO));
  }

  @Override
  public Map<Currency, Money> total() {
    return database
        .read(
            statements ->
                statements.list(
                    "select currency, sum(minor) from ledger_entry group by currency",
                    row -> money(row.getLong(2), Currency.getInstance(row.getString(1)))))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Money::currency, sum -> sum));
  }

  @Override
  public ChainHead head(String chain) {
    return database.read(
        statements ->
            statements
                .one(
                    "select total, hash from chain_head where chain = ?",
                    row -> new ChainHead(chain, row.getLong(1), row.getString(2)),
                    chain)
                .orElse(new ChainHead(chain, 0, "")));
  }

  private static Money money(long minor, Currency currency) {
    return new Money(BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()), currency);
  }
}
