package org.escale.core.plugins;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.escale.core.commits.Commits;
import org.escale.core.fixture.Acme;
import org.escale.core.fixture.MovingClock;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Network;
import org.escale.federation.NetworkId;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.tck.store.MemoryStore;
import org.escale.terms.DatedTerms;
import org.escale.terms.RuleRef;
import org.escale.terms.Terms.Sealed;
import org.escale.terms.TermsId;
import org.junit.After;
import org.junit.Test;

public class RulesTest {
  private static final NetworkId ACME = new NetworkId("acme");

  private final MovingClock clock = new MovingClock("2027-03-01T08:00:00Z");
  private final MemoryStore store = new MemoryStore(clock);
  private final Snapshots snapshots = new Snapshots(store, store);
  private final Releases releases = new Releases(new Commits(store, snapshots), snapshots, clock);
  private final PlugIns plugIns = new PlugIns(releases, new Quarantine(Optional.empty()));
  private final Rules rules = new Rules(plugIns, snapshots);

  @After
  public void close() {
    plugIns.close();
    snapshots.close();
  }

  @Test
  public void aReleaseBringsItsNetworkAndItsTermsOnce() {
    Acme.rules("acme").forEach(rule -> plugIns.add(rule, "acme", "1"));
    assertEquals("acme", snapshots.now().get(Network.class, ACME).orElseThrow().name());
    assertEquals(5, snapshots.now().all(DatedTerms.class).size());
    plugIns.close();
    Acme.rules("acme").forEach(rule -> plugIns.add(rule, "acme", "1.0.1"));
    assertEquals(5, snapshots.now().all(DatedTerms.class).size());
    var visit = TermsInForce.at(snapshots.now(), ACME, "visit", Instant.EPOCH).orElseThrow();
    assertEquals(new TermsId("acme.visit.1"), visit.terms());
  }

  @Test
  public void aNewVersionHoldsFromItsInstallationAndTheOldOneStaysForWhatWasSealed() {
    plugIns.add(new Acme.Tariff("acme", 1, "4.00"), "acme", "1");
    var before = clock.instant();
    clock.advance(Duration.ofHours(6));
    plugIns.add(new Acme.Tariff("acme", 2, "5.00"), "acme", "2");
    assertEquals(new RuleRef("acme/billing/1"), billing(before).rule());
    assertEquals(new RuleRef("acme/billing/2"), billing(clock.instant()).rule());
    assertEquals(Optional.of(new RuleRef("acme/billing/2")), plugIns.newest(ACME, "billing"));
  }

  @Test
  public void aRuleThatIsGoneIsMissingAndBackWhenItComes() {
    var rule = new Acme.Leaving("acme");
    plugIns.add(rule, "acme", "1");
    var sealed = TermsInForce.at(snapshots.now(), ACME, "visit", clock.instant()).orElseThrow();
    assertEquals(
        Duration.ofMinutes(15),
        ((Outcome.Done<org.escale.spi.visit.Limits>) rules.limits(sealed)).value().grace());
    plugIns.remove(rule);
    assertEquals(
        Outcome.refused(Refusal.of(RefusalCode.RULE_MISSING, "rule", "acme/visit/1")),
        rules.limits(sealed));
    plugIns.add(rule, "acme", "1");
    assertTrue(rules.limits(sealed) instanceof Outcome.Done);
  }

  @Test
  public void termsThatDoNotFitAreRefusedByName() {
    plugIns.add(new Acme.Leaving("acme"), "acme", "1");
    var ref = new RuleRef("acme/visit/1");
    var good = Map.of("grace", "PT5M", "longest", "PT8H");
    var bad = Map.of("grace", "soon", "longest", "PT8H");
    assertEquals(Outcome.done(ref), rules.accepts(ref, good));
    assertEquals(
        Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", "values.grace")),
        rules.accepts(ref, bad));
  }

  @Test
  public void e3_whoWillNotSayWhatItIsStaysOutside() {
    plugIns.add(new Acme.Tariff("NOT A NAME", 1, "4.00"), "bad", "1");
    assertEquals(java.util.List.of(), plugIns.seen());
    assertFalse(plugIns.has(new RuleRef("acme/billing/1")));
  }

  private Sealed billing(Instant at) {
    return TermsInForce.at(snapshots.now(), ACME, "billing", at).orElseThrow();
  }
}
