package org.escale.store.read;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.escale.billing.Charge;
import org.escale.billing.PayoutLine;
import org.escale.money.Money;
import org.escale.spi.store.Balances;
import org.escale.store.sql.Database;
import org.escale.store.sql.Nanos;
import org.escale.store.text.Kinds;
import org.escale.store.text.WordJson;
import org.escale.word.Word;

/** Sums over the ledger, heads of the chains, and what stands on no paper yet. */
public final class DatabaseBalances implements Balances {
  private static final Set<Class<?>> RATED = Set.of(Charge.class, PayoutLine.class);
  private final Database database;
  private final WordJson json;

  /** Of that database. */
  public DatabaseBalances(Database database, WordJson json) {
    this.database = database;
    this.json = json;
  }

  @Override
  public <W extends Word> List<W> open(Class<W> kind, Instant before) {
    if (!RATED.contains(kind)) {
      throw new IllegalArgumentException("nothing that is rated: " + kind);
    }
    var bodies =
        database.read(
            statements ->
                statements.list(
                    "select body from unbilled join word on word.kind = unbilled.kind"
                        + " and word.id = unbilled.id where unbilled.kind = ?"
                        + " and unbilled.at_nanos < ? order by unbilled.at_nanos, unbilled.id",
                    row -> row.getString(1),
                    Kinds.name(kind),
                    Nanos.near(before)));
    return bodies.stream().map(body -> json.read(kind, body)).toList();
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
