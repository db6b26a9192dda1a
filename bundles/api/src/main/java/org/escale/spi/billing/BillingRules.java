package org.escale.spi.billing;

import org.escale.terms.Rule;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What is owed for usage, and what a centre earns by it.
 *
 * <ol>
 *   <li>BI1 Each method is pure: same terms, same facts, same answer, and no state between calls.
 *   <li>BI2 {@link #charge} of a credit record is the exact opposite of the charge of the record it
 *       takes back.
 *   <li>BI3 {@link #payout} likewise.
 *   <li>BI4 What cannot be rated without doubt is a {@link Rated#doubt}, never a guess.
 *   <li>BI5 {@link #charge} uses the prices sealed in the record's agreement, not today's.
 *   <li>BI6 A NO_SHOW record that is not {@link org.escale.billing.UsageRecord#timed() timed} is
 *       something ordered along that nobody came for: it is rated by its own units, or comes to
 *       zero with a sentence that says so; never by time.
 *   <li>BI7 Spaces that are equal but for id and name have the same prices, charges and payouts.
 * </ol>
 *
 * <p>A component {@code ZoneId zone} of the terms says where the first of a month begins for this
 * network: for its invoices and payouts, for the budgets of the companies it contracts with, for
 * its passes. Without one it is the federation's.
 */
@ConsumerType
public interface BillingRules<T extends Record> extends Rule<T> {
  /** What will be shown before booking and sealed. */
  Prices prices(T terms, Offer offer);

  /** What the company owes for this record. */
  Rated charge(T terms, Facts facts);

  /** What the centre earns by this record. */
  Rated payout(T terms, Facts facts);
}
