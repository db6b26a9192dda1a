package org.escale.tck;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;
import org.escale.presence.Closing.By;
import org.escale.spi.visit.Ending;
import org.escale.spi.visit.Limits;
import org.escale.spi.visit.VisitFacts;
import org.escale.spi.visit.VisitRules;
import org.escale.tck.visit.VisitRulesContract;
import org.escale.terms.RuleRef;
import org.junit.Test;

public class BrokenVisitTest {
  /** No numbers. */
  public record None() {}

  private record Sample(Function<VisitFacts, Ending> rule) implements VisitRules<None> {
    @Override
    public RuleRef ref() {
      return new RuleRef("sample/visit/1");
    }

    @Override
    public None released() {
      return new None();
    }

    @Override
    public Limits limits(None terms) {
      var hour = Duration.ofHours(1);
      return new Limits(hour, hour, hour, Duration.ofHours(8));
    }

    @Override
    public Ending ending(None terms, VisitFacts facts) {
      return rule.apply(facts);
    }
  }

  private static Ending sound(VisitFacts facts) {
    var longest = facts.startedAt().plus(facts.terms().longestVisit());
    var limit =
        at(facts.closesAt().isBefore(longest) ? facts.closesAt() : longest, By.CLOSING_TIME);
    var out = facts.checkedOut().map(at -> at(at, By.CHECK_OUT));
    var stop = facts.stopped().map(at -> at(at, By.GATEWAY));
    return Stream.of(out, stop)
        .flatMap(java.util.Optional::stream)
        .reduce(limit, (a, b) -> b.due().isBefore(a.due()) ? b : a);
  }

  private static Ending at(Instant at, By by) {
    return new Ending(at, at, by, "sample");
  }

  /** As it should be. */
  public static final class Sound extends VisitRulesContract<None> {
    @Override
    protected VisitRules<None> make() {
      return new Sample(BrokenVisitTest::sound);
    }
  }

  /** Bills an hour more than it was. */
  public static final class Greedy extends VisitRulesContract<None> {
    @Override
    protected VisitRules<None> make() {
      return new Sample(
          facts -> {
            var end = sound(facts);
            var more = end.due().plus(Duration.ofHours(1));
            var forgotten = end.by() == By.CLOSING_TIME;
            return new Ending(end.due(), forgotten ? more : end.billed(), end.by(), end.text());
          });
    }
  }

  /** Never heard of a check-out. */
  public static final class Deaf extends VisitRulesContract<None> {
    @Override
    protected VisitRules<None> make() {
      return new Sample(facts -> sound(org.escale.tck.sample.Visits.forgotten(facts)));
    }
  }

  /** Punishes those who are seen late. */
  public static final class Perverse extends VisitRulesContract<None> {
    @Override
    protected VisitRules<None> make() {
      return new Sample(
          facts -> {
            var late = facts.startedAt().plus(Duration.ofMinutes(40));
            var seen = facts.lastSeen().filter(at -> at.isAfter(late));
            var end = sound(facts);
            var punished = facts.startedAt().plusSeconds(2);
            return seen.isPresent() && end.due().isAfter(punished) ? at(punished, By.IDLE) : end;
          });
    }
  }

  @Test
  public void theKitPassesASoundRule() {
    Broken.assertCaughtBy(Sound.class);
  }

  @Test
  public void vi2_catchesABilledEndAfterTheCut() {
    Broken.assertCaughtBy(Greedy.class, "vi2");
  }

  @Test
  public void vi3_catchesACheckOutThatIsNotHeard() {
    Broken.assertCaughtBy(Deaf.class, "vi3");
  }

  @Test
  public void vi4_catchesAnEndMadeEarlierByLife() {
    Broken.assertCaughtBy(Perverse.class, "vi4");
  }
}
