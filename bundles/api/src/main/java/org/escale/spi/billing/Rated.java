package org.escale.spi.billing;

import java.util.Map;
import java.util.Optional;
import org.escale.money.Money;

/**
 * An amount with its reason, or a doubt with its reason.
 *
 * @param amount empty where the rule will not guess
 * @param text one English sentence
 * @param figures what the sentence rests on
 */
public record Rated(Optional<Money> amount, String text, Map<String, String> figures) {
  /** Copies the figures. */
  public Rated {
    figures = Map.copyOf(figures);
  }

  /** An amount. */
  public static Rated of(Money amount, String text, Map<String, String> figures) {
    return new Rated(Optional.of(amount), text, figures);
  }

  /** No amount: parks the record with an alarm (law U8). */
  public static Rated doubt(String text) {
    return new Rated(Optional.empty(), text, Map.of());
  }
}
