package org.escale.core.rights;

import java.util.Optional;
import org.escale.money.Money;

/**
 * What changes by the minute.
 *
 * @param present whether the person is checked in somewhere; only a check-in asks
 * @param left what is left of credit and budget; empty where nothing limits
 * @param ceiling the most that the visit reserves
 * @param free whether a fitting place is free
 * @param open whether the centre is open
 */
public record Chance(
    boolean present, Optional<Money> left, Money ceiling, boolean free, boolean open) {
  /** Nothing stands in the way. */
  public static final Chance GOOD = new Chance(false, Optional.empty(), Money.ZERO, true, true);
}
