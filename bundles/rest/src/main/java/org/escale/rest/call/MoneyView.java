package org.escale.rest.call;

import java.util.Optional;
import org.escale.money.Money;

/** Money at this door; the amount is a text, so that no client makes a float of it. */
public record MoneyView(Optional<String> amount, Optional<String> currency) {
  /** As shown. */
  public static MoneyView of(Money money) {
    return new MoneyView(
        Optional.of(money.amount().toPlainString()),
        Optional.of(money.currency().getCurrencyCode()));
  }
}
