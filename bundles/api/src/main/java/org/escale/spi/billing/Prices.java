package org.escale.spi.billing;

import java.util.List;
import org.escale.money.Money;
import org.escale.terms.Price;
import org.escale.terms.Rounding;

/**
 * Prices as sealed with a booking.
 *
 * @param list one price for the hour in this space ({@code of} = kind of space in lower case,
 *     {@code unit} = hour), and one for each extra ({@code of} = kind of extra)
 * @param rounding how time is rounded
 * @param ceiling the most that check-in reserves of a credit
 */
public record Prices(List<Price> list, Rounding rounding, Money ceiling) {
  /** Copies the list. */
  public Prices {
    list = List.copyOf(list);
  }
}
