package org.escale.tck.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.escale.money.Money;
import org.escale.spi.visit.Limits;
import org.escale.spi.visit.VisitFacts;
import org.escale.terms.Rounding;
import org.escale.terms.RuleRef;
import org.escale.terms.Terms;
import org.escale.terms.Terms.Sealed;
import org.escale.terms.TermsId;

/** Visits in all states of forgetfulness. */
public final class Visits {
  private static final Instant DAY = Instant.parse("2027-03-28T00:00:00Z");

  private Visits() {}

  /** One visit, with limits as they were sealed. */
  public static VisitFacts facts(Limits limits, Random random) {
    var start = DAY.plus(minutes(random, 600));
    return new VisitFacts(
        start,
        start.plus(minutes(random, 600)),
        start.plus(minutes(random, 900)),
        maybe(random, start.plus(minutes(random, 600))),
        maybe(random, start.plus(minutes(random, 900))),
        maybe(random, start.plus(minutes(random, 900))),
        terms(limits));
  }

  /** The same visit, whose end nobody reported. */
  public static VisitFacts forgotten(VisitFacts f) {
    return with(f, f.lastSeen(), Optional.empty(), Optional.empty());
  }

  /** The same visit, checked out then. */
  public static VisitFacts checkedOut(VisitFacts f, Instant at) {
    return with(f, f.lastSeen(), f.stopped(), Optional.of(at));
  }

  /** The same visit, stopped by the gateway then. */
  public static VisitFacts stopped(VisitFacts f, Instant at) {
    return with(f, f.lastSeen(), Optional.of(at), f.checkedOut());
  }

  /** The same visit, last seen then. */
  public static VisitFacts seen(VisitFacts f, Optional<Instant> at) {
    return with(f, at, f.stopped(), f.checkedOut());
  }

  private static VisitFacts with(
      VisitFacts f, Optional<Instant> seen, Optional<Instant> stopped, Optional<Instant> out) {
    return new VisitFacts(
        f.startedAt(), f.spaceUntil(), f.closesAt(), seen, stopped, out, f.terms());
  }

  private static Duration minutes(Random random, int most) {
    return Duration.ofMinutes(1 + random.nextInt(most));
  }

  private static Optional<Instant> maybe(Random random, Instant at) {
    return random.nextBoolean() ? Optional.of(at) : Optional.empty();
  }

  private static Terms terms(Limits limits) {
    var billing = new Sealed(new RuleRef("sample/billing/1"), new TermsId("sample.billing.1"));
    var visit = new Sealed(new RuleRef("sample/visit/1"), new TermsId("sample.visit.1"));
    return new Terms(
        billing,
        visit,
        limits.cancelUntil(),
        limits.noShowAfter(),
        limits.grace(),
        limits.longestVisit(),
        Rounding.EXACT,
        List.of(),
        Money.ZERO);
  }
}
