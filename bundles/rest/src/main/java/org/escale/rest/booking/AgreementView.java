package org.escale.rest.booking;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.escale.booking.Agreement;
import org.escale.client.PassId;
import org.escale.rest.call.MoneyView;
import org.escale.terms.Terms;

/**
 * The terms sealed with a booking (law B8).
 *
 * @param contract the network that charges the company
 * @param affiliation the network through which the centre is paid
 * @param cancelUntil how long before the start cancelling is free
 * @param noShowAfter how long after the start an unused place is released
 * @param grace how long after its end a visit may go on
 * @param longestVisit the longest visit
 * @param rounding the step to which time is rounded up; PT0S is to the second
 * @param prices what each unit costs
 * @param ceiling the most that check-in reserves of a credit
 * @param billingRule the rule version that will rate, and its dated terms
 * @param visitRule the rule version that ends a forgotten visit, and its dated terms
 * @param passId the pass that covers it, if any
 * @param own whether it is the centre's own client at home
 */
public record AgreementView(
    String contract,
    String affiliation,
    Duration cancelUntil,
    Duration noShowAfter,
    Duration grace,
    Duration longestVisit,
    Duration rounding,
    List<PriceView> prices,
    MoneyView ceiling,
    RuleView billingRule,
    RuleView visitRule,
    Optional<String> passId,
    boolean own) {

  /** What one unit costs. */
  public record PriceView(String of, String unit, MoneyView each) {}

  /** A rule version with its dated terms. */
  public record RuleView(String rule, String terms) {
    static RuleView of(Terms.Sealed sealed) {
      return new RuleView(sealed.rule().value(), sealed.terms().value());
    }
  }

  /** As sealed. */
  public static AgreementView of(Agreement a) {
    var terms = a.terms();
    return new AgreementView(
        a.contract().value(),
        a.affiliation().value(),
        terms.cancelUntil(),
        terms.noShowAfter(),
        terms.grace(),
        terms.longestVisit(),
        terms.rounding().step(),
        terms.prices().stream()
            .map(p -> new PriceView(p.of(), p.unit(), MoneyView.of(p.each())))
            .toList(),
        MoneyView.of(terms.ceiling()),
        RuleView.of(terms.billing()),
        RuleView.of(terms.visit()),
        a.pass().map(PassId::value),
        a.own());
  }
}
