package org.escale.core.presence;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.escale.core.fixture.Borea;
import org.escale.core.metering.ReportedTime;
import org.escale.money.Money;
import org.escale.spi.visit.VisitFacts;
import org.escale.terms.Rounding;
import org.escale.terms.RuleRef;
import org.escale.terms.Terms;
import org.escale.terms.TermsId;

/** Ends are a function of data. */
class EndsProperties {
  private static final Instant START = Instant.parse("2027-03-01T08:00:00Z");
  private static final Borea.Leaving RULE = new Borea.Leaving("borea");
  private static final Terms.Sealed SEALED =
      new Terms.Sealed(new RuleRef("borea/visit/1"), new TermsId("borea.visit.1"));

  @Property
  void s3_theSameFactsGiveTheSameEndWhoeverAsksAndWhen(
      @ForAll @IntRange(min = 1, max = 2000) int space,
      @ForAll @IntRange(min = 1, max = 2000) int closes,
      @ForAll @IntRange(min = 0, max = 3000) int out) {
    var facts = facts(space, closes, Optional.of(out), Optional.empty());
    var withRule = new Ends((rule, f) -> Optional.of(RULE.ending(RULE.released(), f)));
    var without = new Ends((rule, f) -> Optional.empty());
    assertEquals(withRule.of(facts), withRule.of(facts));
    assertEquals(
        "the sealed limits say what a plain rule says",
        withRule.of(facts).ending().billed(),
        without.of(facts).ending().billed());
    assertFalse(withRule.of(facts).ending().due().isAfter(SealedLimits.latest(facts)));
  }

  @Property
  void s3_withoutItsRuleAForgottenVisitWaitsADayAndEndsAtItsSealedLimit(
      @ForAll @IntRange(min = 1, max = 2000) int space,
      @ForAll @IntRange(min = 1, max = 2000) int closes) {
    var facts = facts(space, closes, Optional.empty(), Optional.empty());
    var end = new Ends((rule, f) -> Optional.empty()).of(facts);
    assertFalse(end.byRule());
    assertEquals(SealedLimits.latest(facts), end.ending().billed());
    assertEquals(end.ending().billed().plus(Ends.PATIENCE), end.ending().due());
  }

  @Property
  void vi3_whatWasReportedIsTheLatestEnd(
      @ForAll @IntRange(min = 0, max = 3000) int out,
      @ForAll @IntRange(min = 0, max = 3000) int stop) {
    var facts = facts(600, 800, Optional.of(out), Optional.of(stop));
    var late = facts(600, 800, Optional.empty(), Optional.empty());
    var lying = new Ends((rule, f) -> Optional.of(RULE.ending(RULE.released(), late)));
    var end = lying.of(facts).ending();
    assertFalse(end.due().isAfter(START.plus(Duration.ofMinutes(Math.min(out, stop)))));
  }

  @Property
  void e5_aReportedTimeLiesBetweenStartAndNow(
      @ForAll @IntRange(min = -10_000, max = 20_000) int reported,
      @ForAll @IntRange(min = 0, max = 10_000) int now) {
    var time = ReportedTime.between(START, START.plusSeconds(reported), START.plusSeconds(now));
    assertFalse(time.at().isBefore(START));
    assertFalse(time.at().isAfter(START.plusSeconds(now)));
    assertEquals(reported < -120 || reported > now + 120, time.doubtful());
    assertTrue(reported < 0 || reported > now || time.at().equals(START.plusSeconds(reported)));
  }

  private static VisitFacts facts(
      int space, int closes, Optional<Integer> out, Optional<Integer> stop) {
    var terms =
        new Terms(
            SEALED,
            SEALED,
            Duration.ZERO,
            Duration.ofMinutes(30),
            Duration.ofMinutes(15),
            Duration.ofHours(12),
            Rounding.EXACT,
            List.of(),
            Money.ZERO);
    return new VisitFacts(
        START,
        START.plus(Duration.ofMinutes(space)),
        START.plus(Duration.ofMinutes(closes)),
        Optional.empty(),
        stop.map(m -> START.plus(Duration.ofMinutes(m))),
        out.map(m -> START.plus(Duration.ofMinutes(m))),
        terms);
  }
}
