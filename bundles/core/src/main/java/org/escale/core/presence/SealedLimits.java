package org.escale.core.presence;

import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.escale.core.metering.EndTexts;
import org.escale.presence.Closing.By;
import org.escale.spi.visit.Ending;
import org.escale.spi.visit.VisitFacts;

/**
 * The end that the sealed terms alone give a visit: the first of check-out, gateway stop, end of
 * the space's time plus grace, longest visit and closing time. Pure.
 */
public final class SealedLimits {
  private SealedLimits() {}

  /** The end by those facts; what happened after a limit does not count. */
  static Ending ending(VisitFacts facts) {
    return Stream.concat(
            Stream.of(
                    facts.checkedOut().map(at -> end(facts, at, By.CHECK_OUT)),
                    facts.stopped().map(at -> end(facts, at, By.GATEWAY)))
                .flatMap(java.util.Optional::stream),
            limits(facts))
        .min(Comparator.comparing(Ending::due).thenComparing(Ending::by))
        .orElseThrow();
  }

  /** When the visit is over whatever anybody does: no session lives longer. */
  public static Instant latest(VisitFacts facts) {
    return limits(facts).map(Ending::due).min(Comparator.naturalOrder()).orElseThrow();
  }

  private static Stream<Ending> limits(VisitFacts facts) {
    var terms = facts.terms();
    return Stream.of(
        end(facts, facts.spaceUntil().plus(terms.grace()), By.SPACE_TIME_OVER),
        end(facts, facts.startedAt().plus(terms.longestVisit()), By.LONGEST_VISIT),
        end(facts, facts.closesAt(), By.CLOSING_TIME));
  }

  private static Ending end(VisitFacts facts, Instant at, By by) {
    var due = at.isBefore(facts.startedAt()) ? facts.startedAt() : at;
    return new Ending(due, due, by, EndTexts.of(by));
  }
}
