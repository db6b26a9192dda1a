package org.escale.core.billing;

import java.util.Optional;
import org.escale.spi.billing.Facts;
import org.escale.spi.billing.Rated;
import org.escale.terms.Terms;

/** What the billing rules say that a record was sealed with; empty while nothing can answer. */
interface RatingRules {
  /** What the company owes. */
  Optional<Rated> charge(Terms.Sealed sealed, Facts facts);

  /** What the centre earns. */
  Optional<Rated> payout(Terms.Sealed sealed, Facts facts);
}
