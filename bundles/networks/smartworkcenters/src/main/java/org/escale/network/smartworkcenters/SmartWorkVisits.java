package org.escale.network.smartworkcenters;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import org.escale.presence.Closing.By;
import org.escale.spi.visit.Ending;
import org.escale.spi.visit.Limits;
import org.escale.spi.visit.VisitFacts;
import org.escale.spi.visit.VisitRules;
import org.escale.terms.Rule;
import org.escale.terms.RuleRef;
import org.osgi.service.component.annotations.Component;

/** Who forgets to check out is billed until the cut: the place was kept until then. */
@Component(service = {VisitRules.class, Rule.class})
public final class SmartWorkVisits implements VisitRules<SmartWorkVisits.Patience> {

  /** How long each limit waits. */
  public record Patience(
      Duration cancelUntil,
      Duration noShowAfter,
      Duration grace,
      Duration longestVisit,
      Duration idle) {}

  @Override
  public RuleRef ref() {
    return new RuleRef("smart-work-centers/visit/1");
  }

  @Override
  public Patience released() {
    return new Patience(
        Duration.ofHours(24),
        Duration.ofMinutes(60),
        Duration.ofMinutes(30),
        Duration.ofHours(10),
        Duration.ofMinutes(90));
  }

  @Override
  public Limits limits(Patience terms) {
    return new Limits(
        terms.cancelUntil(), terms.noShowAfter(), terms.grace(), terms.longestVisit());
  }

  @Override
  public Ending ending(Patience terms, VisitFacts facts) {
    var ends = new ArrayList<Ending>();
    facts.checkedOut().ifPresent(at -> ends.add(at(at, By.CHECK_OUT)));
    facts.stopped().ifPresent(at -> ends.add(at(at, By.GATEWAY)));
    facts.lastSeen().ifPresent(seen -> ends.add(at(seen.plus(terms.idle()), By.IDLE)));
    var agreed = facts.terms();
    ends.add(at(facts.spaceUntil().plus(agreed.grace()), By.SPACE_TIME_OVER));
    ends.add(at(facts.startedAt().plus(agreed.longestVisit()), By.LONGEST_VISIT));
    ends.add(at(facts.closesAt(), By.CLOSING_TIME));
    return ends.stream().min(Comparator.comparing(Ending::due)).orElseThrow();
  }

  private static Ending at(Instant cut, By by) {
    return new Ending(
        cut, cut, by, "visit.ended." + by.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
