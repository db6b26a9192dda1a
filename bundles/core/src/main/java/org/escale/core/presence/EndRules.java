package org.escale.core.presence;

import java.util.Optional;
import org.escale.spi.visit.Ending;
import org.escale.spi.visit.VisitFacts;
import org.escale.terms.Terms;

/** What the rule says that a visit was sealed with. */
interface EndRules {
  /** The end by that rule and those dated terms; empty while nothing can answer. */
  Optional<Ending> ending(Terms.Sealed sealed, VisitFacts facts);
}
