package org.escale.core.directory;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import org.escale.core.connectivity.ServiceMinutes;
import org.escale.core.fixture.House;
import org.escale.core.fixture.Words;
import org.escale.federation.Affiliation;
import org.escale.federation.Affiliation.State;
import org.escale.federation.AffiliationId;
import org.escale.federation.Centre;
import org.escale.federation.CentreId;
import org.escale.federation.CentreProfile;
import org.escale.federation.Label;
import org.escale.federation.NetworkId;
import org.escale.federation.OpeningHours;
import org.escale.refusal.RefusalCode;
import org.escale.service.Affiliations;
import org.escale.service.Affiliations.Exemption;
import org.escale.service.Affiliations.Step;
import org.escale.spi.store.Outbox;
import org.escale.terms.DatedTerms;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class AffiliationDeskTest {
  private static final NetworkId ACME = new NetworkId("acme");
  private final House house = new House();
  private final Evaluation evaluation =
      new Evaluation(
          house.rules,
          house.snapshots,
          house.clock,
          new ServiceMinutes(house.clock, house.outages));
  private final Affiliations desk =
      new AffiliationDesk(
          house.commits,
          house.store,
          house.snapshots,
          new Steps(evaluation, house.rules, house.snapshots, house.clock),
          house.clock);

  @Before
  public void centres() {
    centre("staffed", 40);
    centre("empty", 0);
  }

  @After
  public void close() {
    house.close();
  }

  @Test
  public void r51_anAccordMakesACandidateOfEachCentreAndKeepsThoseThatAreThere() {
    var first = done(desk.propose(house.network("acme"), ACME, centres("staffed")));
    var both = done(desk.propose(house.network("acme"), ACME, centres("staffed", "empty")));
    assertEquals(2, both.size());
    assertTrue(both.contains(first.get(0)));
    assertTrue(both.stream().allMatch(kept -> kept.word().state() == State.CANDIDATE));
  }

  @Test
  public void r51_onlyTheCentresOwnSignatureUnderTheTermsShownLeadsOn() {
    var id = evaluated("staffed");
    refused(RefusalCode.NOT_ALLOWED, desk.confirm(house.network("acme"), id, digest(id)));
    refused(RefusalCode.NOT_FOUND, desk.confirm(house.desk("empty"), id, digest(id)));
    refused(RefusalCode.INVALID_FIELD, desk.confirm(house.desk("staffed"), id, "0".repeat(64)));
    refused(RefusalCode.WRONG_STATE, desk.step(house.network("acme"), id, Step.ACTIVATE));
    var signed = done(desk.confirm(house.desk("staffed"), id, digest(id))).word();
    assertEquals(State.CONFIRMED, signed.state());
    assertEquals("desk-staffed", signed.confirmation().orElseThrow().signer());
  }

  @Test
  public void r48_theCommitmentRunsFromActivation() {
    var active = active("staffed");
    assertEquals(house.clock.instant(), active.since().orElseThrow());
    var until = house.clock.instant().atZone(House.BRUSSELS).plus(Period.ofYears(1)).toInstant();
    assertEquals(until, active.until().orElseThrow());
  }

  @Test
  public void r53_aCentreWithoutStaffIsRejectedWithEvidenceAndWhatWouldMendIt() {
    var rejected = done(desk.evaluate(house.network("acme"), proposed("empty"))).word();
    assertEquals(State.REJECTED, rejected.state());
    var why = rejected.verdict().get(0);
    assertEquals("STAFF", why.code());
    assertEquals("0", why.evidence().get("hours"));
    assertEquals("Have somebody there.", why.remedy());
    assertEquals(0, labels("empty"));
  }

  @Test
  public void r55_aWaiverWithDateAndAuthorLetsItPassUntilThen() {
    var id = proposed("empty");
    done(desk.evaluate(house.network("acme"), id));
    var month = house.clock.instant().plus(Duration.ofDays(30));
    var waived =
        done(desk.waive(
                house.network("acme"), id, "STAFF", new Exemption(month, "A neighbour helps.")))
            .word();
    assertEquals(State.EVALUATED, waived.state());
    assertEquals("network-acme", waived.waivers().get(0).author());
    house.clock.advance(Duration.ofDays(31));
    assertEquals(State.REJECTED, done(desk.evaluate(house.network("acme"), id)).word().state());
  }

  @Test
  public void r55_remediationKeepsItsPlanUntilTheCriteriaAreMet() {
    var id = proposed("empty");
    done(desk.evaluate(house.network("acme"), id));
    var plan = done(desk.remedy(house.network("acme"), id, "Hire somebody.")).word();
    assertEquals(State.REMEDIATION, plan.state());
    staff("empty", 40);
    var now = done(desk.evaluate(house.network("acme"), id)).word();
    assertEquals(State.EVALUATED, now.state());
    assertEquals("Hire somebody.", now.remediation());
  }

  @Test
  public void r54_achangeOfStaffingIsEvaluatedAgainByItself() {
    var id = active("staffed").id();
    assertEquals(1, labels("staffed"));
    staff("staffed", 0);
    lookAgain("staffed");
    assertEquals(State.SUSPENDED, now(id).state());
    staff("staffed", 40);
    lookAgain("staffed");
    assertEquals("only the network lets it in again", State.SUSPENDED, now(id).state());
    done(desk.step(house.network("acme"), id, Step.ACTIVATE));
    assertEquals(State.ACTIVE, now(id).state());
  }

  @Test
  public void r63_equipmentEarnsTheNextStarAndTheLabelKeepsItsDateWhileItStays() {
    var id = evaluated("staffed");
    var before = label("staffed");
    assertEquals(1, before.stars());
    house.clock.advance(Duration.ofDays(1));
    profile("staffed", new CentreProfile(40, 100, 5, 1, Set.of("video"), true, 100, true));
    done(desk.evaluate(house.network("acme"), id));
    assertEquals(2, label("staffed").stars());
    assertEquals(before.since(), label("staffed").since());
  }

  @Test
  public void e1_aNetworkDecidesAboutItselfOnly() {
    refused(
        RefusalCode.NOT_ALLOWED, desk.propose(house.network("borea"), ACME, centres("staffed")));
    var id = proposed("staffed");
    refused(RefusalCode.NOT_FOUND, desk.evaluate(house.network("borea"), id));
    refused(RefusalCode.NOT_ALLOWED, desk.evaluate(house.desk("staffed"), id));
  }

  private AffiliationId proposed(String centre) {
    return done(desk.propose(house.network("acme"), ACME, centres(centre))).get(0).word().id();
  }

  private AffiliationId evaluated(String centre) {
    var id = proposed(centre);
    assertEquals(State.EVALUATED, done(desk.evaluate(house.network("acme"), id)).word().state());
    return id;
  }

  private Affiliation active(String centre) {
    var id = evaluated(centre);
    done(desk.confirm(house.desk(centre), id, digest(id)));
    done(desk.step(house.network("acme"), id, Step.INTEGRATE));
    return done(desk.step(house.network("acme"), id, Step.ACTIVATE)).word();
  }

  private String digest(AffiliationId id) {
    var terms = now(id).terms().terms();
    return house.snapshots.now().get(DatedTerms.class, terms).orElseThrow().digest();
  }

  private Affiliation now(AffiliationId id) {
    return house.snapshots.now().get(Affiliation.class, id).orElseThrow();
  }

  private void lookAgain(String centre) {
    var effects = new EvaluationEffects(evaluation, house.snapshots, house.commits);
    var waiting = house.store.due(EvaluationEffects.KIND, Instant.MAX, 100);
    assertTrue(
        "the change asked for it",
        waiting.stream().anyMatch(w -> w.effect().about().equals(centre)));
    for (Outbox.Waiting effect : waiting) {
      assertEquals(Optional.empty(), effects.handle(effect, house.clock.instant()));
      house.store.done(effect.effect().key());
    }
  }

  private void staff(String centre, int hours) {
    profile(centre, new CentreProfile(hours, 100, 5, 1, Set.of(), true, 100, true));
  }

  private void profile(String id, CentreProfile profile) {
    var kept = house.snapshots.now().kept(Centre.class, new CentreId(id)).orElseThrow();
    var directory = house.directory();
    done(directory.save(house.desk(id), kept.word().with(profile), kept.revision()));
  }

  private void centre(String id, int staffed) {
    house.put(Words.site(id, 50, 4), Words.centre(id, "acme", OpeningHours.always(House.BRUSSELS)));
    staff(id, staffed);
    house
        .store
        .due(EvaluationEffects.KIND, Instant.MAX, 100)
        .forEach(w -> house.store.done(w.effect().key()));
  }

  private long labels(String centre) {
    return house.snapshots.now().where(Label.class, "centreId", new CentreId(centre)).size();
  }

  private Label label(String centre) {
    return house.snapshots.now().where(Label.class, "centreId", new CentreId(centre)).get(0);
  }

  private static Set<CentreId> centres(String... ids) {
    return java.util.Arrays.stream(ids)
        .map(CentreId::new)
        .collect(java.util.stream.Collectors.toSet());
  }
}
