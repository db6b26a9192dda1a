package org.escale.core.billing;

import java.util.Optional;
import org.escale.core.plugins.Rules;
import org.escale.refusal.Outcome;
import org.escale.spi.billing.Facts;
import org.escale.spi.billing.Rated;
import org.escale.terms.Terms;

/** Asks the installed billing rules. */
record SealedRating(Rules rules) implements RatingRules {
  @Override
  public Optional<Rated> charge(Terms.Sealed sealed, Facts facts) {
    return done(rules.charge(sealed, facts));
  }

  @Override
  public Optional<Rated> payout(Terms.Sealed sealed, Facts facts) {
    return done(rules.payout(sealed, facts));
  }

  private static Optional<Rated> done(Outcome<Rated> outcome) {
    return outcome instanceof Outcome.Done<Rated> done
        ? Optional.of(done.value())
        : Optional.empty();
  }
}
