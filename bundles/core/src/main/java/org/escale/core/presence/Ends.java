package org.escale.core.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.escale.spi.visit.Ending;
import org.escale.spi.visit.VisitFacts;

/**
 * Says how a visit ends, from data alone, so that it does not matter when somebody looks (law S3).
 *
 * <p>The rule that was sealed decides. While it cannot answer, or answers what VI2 or VI3 forbid, a
 * check-out or a gateway's stop ends the visit by its sealed limits; a forgotten visit waits for
 * the rule for {@link #PATIENCE} after its last limit, then the sealed limits end it as well.
 */
final class Ends {
  /** How long a forgotten visit waits for a rule that is away, after its last sealed limit. */
  static final Duration PATIENCE = Duration.ofHours(24);

  private final EndRules rules;

  Ends(EndRules rules) {
    this.rules = rules;
  }

  /**
   * An end; its {@code due} may still lie ahead.
   *
   * @param byRule whether the rule said so; if not, another look may find the rule back
   */
  record End(Ending ending, boolean byRule) {}

  /** The end by those facts. */
  End of(VisitFacts facts) {
    return rules
        .ending(facts.terms().visit(), facts)
        .filter(ending -> within(ending, facts.checkedOut()) && within(ending, facts.stopped()))
        .map(ending -> new End(ending, true))
        .orElseGet(() -> new End(withoutRule(facts), false));
  }

  private static Ending withoutRule(VisitFacts facts) {
    var sealed = SealedLimits.ending(facts);
    if (facts.checkedOut().isPresent() || facts.stopped().isPresent()) {
      return sealed;
    }
    return new Ending(sealed.due().plus(PATIENCE), sealed.billed(), sealed.by(), sealed.text());
  }

  /** VI3: what was reported is the latest possible end. */
  private static boolean within(Ending ending, Optional<Instant> reported) {
    return reported.isEmpty() || !ending.due().isAfter(reported.get());
  }
}
