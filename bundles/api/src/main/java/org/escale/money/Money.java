package org.escale.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount in the minor units of its currency (two decimals for EUR). Rounding happens only
 * where a value is made by {@link #rounded}, half up; everything else is exact or throws.
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
  /** The euro. */
  public static final Currency EUR = Currency.getInstance("EUR");

  /** Zero euro. */
  public static final Money ZERO = euro("0.00");

  /**
   * Keeps the currency's scale.
   *
   * @throws ArithmeticException if the amount is finer than the currency's minor unit
   */
  public Money {
    amount = amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.UNNECESSARY);
  }

  /** Euro, from a decimal text such as {@code 250.00}. */
  public static Money euro(String amount) {
    return new Money(new BigDecimal(amount), EUR);
  }

  /** An amount of any precision, rounded half up to the minor unit. */
  public static Money rounded(BigDecimal amount, Currency currency) {
    return new Money(
        amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP), currency);
  }

  /** The sum. */
  public Money plus(Money other) {
    return new Money(amount.add(same(other).amount), currency);
  }

  /** The difference. */
  public Money minus(Money other) {
    return plus(other.negated());
  }

  /** The opposite. */
  public Money negated() {
    return new Money(amount.negate(), currency);
  }

  /** The product, rounded half up to the minor unit. */
  public Money times(BigDecimal factor) {
    return rounded(amount.multiply(factor), currency);
  }

  /** Whether it is below zero. */
  public boolean isNegative() {
    return amount.signum() < 0;
  }

  /** Whether it is zero. */
  public boolean isZero() {
    return amount.signum() == 0;
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(same(other).amount);
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
    }
    return other;
  }

  /** {@code 250.00 EUR}. */
  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency.getCurrencyCode();
  }
}
