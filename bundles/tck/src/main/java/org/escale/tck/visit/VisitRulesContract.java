package org.escale.tck.visit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.escale.presence.Closing.By;
import org.escale.spi.visit.Ending;
import org.escale.spi.visit.VisitFacts;
import org.escale.spi.visit.VisitRules;
import org.escale.tck.RuleContract;
import org.escale.tck.sample.Visits;
import org.junit.Test;

/**
 * The rules VI1 to VI4 of {@link VisitRules}.
 *
 * @param <T> the rule's terms
 */
public abstract class VisitRulesContract<T extends Record> extends RuleContract<VisitRules<T>> {
  /** A contract test of visit rules. */
  protected VisitRulesContract() {
    super("visit");
  }

  @Test
  public void vi1_limitsAndEndingsArePure() {
    assertPure(List.of(subject().released()), subject()::limits);
    assertPure(facts(), this::ending);
  }

  @Test
  public void vi2_theEndIsDueByTheLongestVisitAndBilledWithinIt() {
    for (var facts : facts()) {
      var end = ending(facts);
      var latest = facts.startedAt().plus(facts.terms().longestVisit());
      assertFalse("due after the longest visit", end.due().isAfter(latest));
      assertFalse("billed before the start", end.billed().isBefore(facts.startedAt()));
      assertFalse("billed after it was due", end.billed().isAfter(end.due()));
    }
  }

  @Test
  public void vi3_aReportedEndBeforeEveryLimitIsTheEnd() {
    for (var facts : facts()) {
      var forgotten = Visits.forgotten(facts);
      var early = facts.startedAt().plusSeconds(1);
      assertTrue("a limit within a second", ending(forgotten).due().isAfter(early));
      var out = ending(Visits.checkedOut(forgotten, early));
      assertEquals(List.of(early, early, By.CHECK_OUT), List.of(out.due(), out.billed(), out.by()));
      var stop = ending(Visits.stopped(forgotten, early));
      assertEquals(
          List.of(early, early, By.GATEWAY), List.of(stop.due(), stop.billed(), stop.by()));
    }
  }

  @Test
  public void vi3_aReportedEndAfterALimitChangesNothing() {
    for (var facts : facts()) {
      var forgotten = Visits.forgotten(facts);
      var limit = ending(forgotten);
      var late = Visits.checkedOut(forgotten, limit.due().plusSeconds(1));
      assertEquals(limit, ending(late));
    }
  }

  @Test
  public void vi4_aLaterSignOfLifeNeverMakesTheEndEarlier() {
    for (var facts : facts()) {
      Instant before = facts.startedAt();
      var forgotten = Visits.forgotten(facts);
      for (int minutes = 0; minutes < 900; minutes += 47) {
        var seen = Optional.of(facts.startedAt().plus(Duration.ofMinutes(minutes)));
        var end = ending(Visits.seen(forgotten, seen)).due();
        assertFalse("more life, earlier end", end.isBefore(before));
        before = end;
      }
    }
  }

  private List<VisitFacts> facts() {
    var limits = subject().limits(subject().released());
    var random = new Random(11);
    return IntStream.range(0, 500).mapToObj(n -> Visits.facts(limits, random)).toList();
  }

  private Ending ending(VisitFacts facts) {
    return subject().ending(subject().released(), facts);
  }
}
