package org.escale.core.presence;

import java.util.Optional;
import org.escale.core.plugins.Rules;
import org.escale.refusal.Outcome;
import org.escale.spi.visit.Ending;
import org.escale.spi.visit.VisitFacts;
import org.escale.terms.Terms;

/** Asks the installed visit rules. */
record SealedRules(Rules rules) implements EndRules {
  @Override
  public Optional<Ending> ending(Terms.Sealed sealed, VisitFacts facts) {
    return rules.ending(sealed, facts) instanceof Outcome.Done<Ending> done
        ? Optional.of(done.value())
        : Optional.empty();
  }
}
