package org.escale.spi.network;

import java.time.Period;
import java.util.List;
import org.escale.money.Money;

/**
 * What a centre agrees to.
 *
 * @param commitment how long, from activation
 * @param yearlyFees the fee of the first year, of the second, ...; the last stays
 */
public record Offer(Period commitment, List<Money> yearlyFees) {
  /** Copies the fees. */
  public Offer {
    yearlyFees = List.copyOf(yearlyFees);
  }

  /** The fee of the {@code year}-th year, from 1. */
  public Money fee(int year) {
    return yearlyFees.get(Math.min(year, yearlyFees.size()) - 1);
  }
}
