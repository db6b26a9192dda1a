package org.escale.terms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.escale.money.Money;

/**
 * What was promised: shown before a booking and sealed with it (law B8), so that a later change of
 * a tariff changes nothing that was agreed.
 *
 * @param billing the rule that will rate the company's charge, with its dated terms
 * @param visit the rule that ends a forgotten visit, with its dated terms
 * @param cancelUntil how long before the start cancelling is free
 * @param noShowAfter how long after the start an unused place is released
 * @param grace how long after the end of the space's time a visit may go on
 * @param longestVisit the longest visit, at most 24 h
 * @param rounding how time is rounded for billing
 * @param prices what each unit costs
 * @param ceiling the most that check-in reserves of a credit
 */
public record Terms(
    Sealed billing,
    Sealed visit,
    Duration cancelUntil,
    Duration noShowAfter,
    Duration grace,
    Duration longestVisit,
    Rounding rounding,
    List<Price> prices,
    Money ceiling) {

  /** A rule version together with the dated terms that were in force. */
  public record Sealed(RuleRef rule, TermsId terms) {}

  /** Copies the prices. */
  public Terms {
    prices = List.copyOf(prices);
  }

  /** The price of one unit of that kind of space or extra, if one was agreed. */
  public Optional<Price> price(String of) {
    return prices.stream().filter(price -> price.of().equals(of)).findFirst();
  }
}
