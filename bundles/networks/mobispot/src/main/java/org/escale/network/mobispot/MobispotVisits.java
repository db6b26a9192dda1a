package org.escale.network.mobispot;

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

/** Who forgets to check out is billed until the network saw them last, and not a minute more. */
@Component(service = {VisitRules.class, Rule.class})
public final class MobispotVisits implements VisitRules<MobispotVisits.Patience> {

  /** How long each limit waits. */
  public record Patience(
      Duration cancelUntil,
      Duration noShowAfter,
      Duration grace,
      Duration longestVisit,
      Duration idle) {}

  @Override
  public RuleRef ref() {
    return new RuleRef("mobispot/visit/1");
  }

  @Override
  public Patience released() {
    return new Patience(
        Duration.ofHours(2),
        Duration.ofMinutes(30),
        Duration.ofMinutes(15),
        Duration.ofHours(12),
        Duration.ofMinutes(60));
  }

  @Override
  public Limits limits(Patience terms) {
    return new Limits(
        terms.cancelUntil(), terms.noShowAfter(), terms.grace(), terms.longestVisit());
  }

  @Override
  public Ending ending(Patience terms, VisitFacts facts) {
    var ends = new ArrayList<Ending>();
    facts.checkedOut().ifPresent(at -> ends.add(reported(at, By.CHECK_OUT)));
    facts.stopped().ifPresent(at -> ends.add(reported(at, By.GATEWAY)));
    facts.lastSeen().ifPresent(at -> ends.add(forgotten(at.plus(terms.idle()), By.IDLE, facts)));
    var agreed = facts.terms();
    ends.add(forgotten(facts.spaceUntil().plus(agreed.grace()), By.SPACE_TIME_OVER, facts));
    ends.add(forgotten(facts.startedAt().plus(agreed.longestVisit()), By.LONGEST_VISIT, facts));
    ends.add(forgotten(facts.closesAt(), By.CLOSING_TIME, facts));
    return ends.stream().min(Comparator.comparing(Ending::due)).orElseThrow();
  }

  private static Ending reported(Instant at, By by) {
    return new Ending(
        at, at, by, "visit.ended." + by.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static Ending forgotten(Instant due, By by, VisitFacts facts) {
    var seen = facts.lastSeen().orElse(due);
    var billed = seen.isBefore(due) ? seen : due;
    var start = facts.startedAt();
    return new Ending(
        due,
        billed.isBefore(start) ? start : billed,
        by,
        "visit.ended." + by.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
