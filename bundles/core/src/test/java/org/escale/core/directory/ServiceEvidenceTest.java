package org.escale.core.directory;

import static org.escale.core.fixture.Answers.done;
import static org.junit.Assert.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.access.Outage;
import org.escale.access.Watched;
import org.escale.core.connectivity.ServiceMinutes;
import org.escale.core.fixture.Acme;
import org.escale.core.fixture.House;
import org.escale.core.fixture.Words;
import org.escale.federation.Affiliation;
import org.escale.federation.Affiliation.State;
import org.escale.federation.CentreFacts;
import org.escale.federation.CentreId;
import org.escale.federation.Criterion;
import org.escale.federation.NetworkId;
import org.escale.federation.OpeningHours;
import org.escale.service.Affiliations;
import org.escale.spi.admission.AdmissionRules;
import org.escale.spi.label.Grade;
import org.escale.spi.label.LabelRules;
import org.escale.terms.RuleRef;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** A network that asks for a line that keeps its promise, beside one that does not ask. */
public class ServiceEvidenceTest {
  private static final CentreId X = new CentreId("x");
  private static final Instant MONTH = Instant.parse("2027-01-31T23:00:00Z");
  private final House house = new House();
  private final Affiliations desk =
      new AffiliationDesk(
          house.commits,
          house.store,
          house.snapshots,
          new Steps(
              new Evaluation(
                  house.rules,
                  house.snapshots,
                  house.clock,
                  new ServiceMinutes(house.clock, house.outages)),
              house.rules,
              house.snapshots,
              house.clock),
          house.clock);

  /** So many per cent of the last whole month. */
  public record Promise(BigDecimal percent) {}

  private static Criterion kept(Promise terms, CentreFacts facts) {
    var months = facts.service();
    var last = months.isEmpty() ? BigDecimal.ZERO : months.get(0).servedPercent();
    return new Criterion(
        "CONNECTIVITY",
        last.compareTo(terms.percent()) >= 0,
        true,
        Map.of("found", last.toPlainString(), "asked", terms.percent().toPlainString()),
        "Have a second line.");
  }

  private record Asking() implements AdmissionRules<Promise> {
    @Override
    public RuleRef ref() {
      return new RuleRef("steady/admission/1");
    }

    @Override
    public Promise released() {
      return new Promise(new BigDecimal("99.5"));
    }

    @Override
    public List<Criterion> admit(Promise terms, CentreFacts facts) {
      return List.of(kept(terms, facts));
    }
  }

  private record Grading() implements LabelRules<Promise> {
    @Override
    public RuleRef ref() {
      return new RuleRef("steady/label/1");
    }

    @Override
    public Promise released() {
      return new Promise(new BigDecimal("99.9"));
    }

    @Override
    public List<Grade> grade(Promise terms, CentreFacts facts) {
      var evidence = List.of(kept(terms, facts));
      int stars = evidence.get(0).met() ? 3 : 2;
      return List.of(new Grade("Steady", stars, evidence, Optional.empty()));
    }
  }

  @Before
  public void aCentreThatIsWatchedSinceFebruary() {
    house.plugIns.add(new Acme.Joining("steady"), "steady", "1");
    house.plugIns.add(new Asking(), "steady", "1");
    house.plugIns.add(new Grading(), "steady", "1");
    house.put(
        Words.site("x", 50, 5),
        Words.centre("x", "acme", OpeningHours.always(House.BRUSSELS)),
        new Watched(X, MONTH, Optional.empty()));
  }

  @After
  public void close() {
    house.close();
  }

  @Test
  public void r58_aNetworkMayAskHowTheLineKeptItsPromise() {
    out(200); // of 40,320 minutes: 0.4960 %
    var judged = evaluated("steady");
    assertEquals(State.EVALUATED, judged.state());
    assertEquals(Map.of("found", "99.50", "asked", "99.5"), judged.verdict().get(0).evidence());
  }

  @Test
  public void r58_andMayRefuseACentreThatDidNot() {
    out(203);
    var judged = evaluated("steady");
    assertEquals(State.REJECTED, judged.state());
    assertEquals("Have a second line.", judged.verdict().get(0).remedy());
  }

  @Test
  public void aNetworkThatDoesNotAskSeesNoChange() {
    var before = evaluated("acme").verdict();
    out(20_000);
    var again = done(desk.evaluate(house.network("acme"), evaluatedId("acme"))).word();
    assertEquals(before, again.verdict());
  }

  private void out(long minutes) {
    house.put(new Outage(X, MONTH, Optional.of(MONTH.plusSeconds(60 * minutes))));
  }

  private Affiliation evaluated(String network) {
    desk.propose(house.network(network), new NetworkId(network), Set.of(X));
    return done(desk.evaluate(house.network(network), evaluatedId(network))).word();
  }

  private org.escale.federation.AffiliationId evaluatedId(String network) {
    return house.all(Affiliation.class).stream()
        .filter(a -> a.network().value().equals(network))
        .findFirst()
        .orElseThrow()
        .id();
  }
}
