package org.escale.tck.example;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.escale.presence.Closing.By;
import org.escale.spi.visit.Ending;
import org.escale.spi.visit.Limits;
import org.escale.spi.visit.VisitFacts;
import org.escale.spi.visit.VisitRules;
import org.escale.terms.Rule;
import org.escale.terms.RuleRef;
import org.osgi.service.component.annotations.Component;

/** Nobody is billed beyond the time they booked. */
@Component(service = {VisitRules.class, Rule.class})
public final class AcmeVisits implements VisitRules<AcmeVisits.Patience> {

  /** How long to wait for somebody who does not come, and the longest visit. */
  public record Patience(Duration noShowAfter, Duration longestVisit) {}

  @Override
  public RuleRef ref() {
    return new RuleRef("acme/visit/1");
  }

  @Override
  public Patience released() {
    return new Patience(Duration.ofMinutes(30), Duration.ofHours(10));
  }

  @Override
  public Limits limits(Patience terms) {
    return new Limits(
        Duration.ofHours(1), terms.noShowAfter(), Duration.ZERO, terms.longestVisit());
  }

  @Override
  public Ending ending(Patience terms, VisitFacts facts) {
    var longest = facts.startedAt().plus(facts.terms().longestVisit());
    return Stream.of(
            end(facts.checkedOut(), By.CHECK_OUT),
            end(facts.stopped(), By.GATEWAY),
            end(Optional.of(facts.spaceUntil()), By.SPACE_TIME_OVER),
            end(Optional.of(longest), By.LONGEST_VISIT),
            end(Optional.of(facts.closesAt()), By.CLOSING_TIME))
        .flatMap(Optional::stream)
        .min(Comparator.comparing(Ending::due))
        .orElseThrow();
  }

  private static Optional<Ending> end(Optional<Instant> at, By by) {
    return at.map(instant -> new Ending(instant, instant, by, "visit.ended." + by.name()));
  }
}
