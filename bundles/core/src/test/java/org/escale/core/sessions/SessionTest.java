package org.escale.core.sessions;

import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.access.Session.State;
import org.escale.billing.Charge;
import org.escale.billing.Unrated;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Hall;
import org.escale.core.fixture.Words;
import org.escale.presence.Closing.By;
import org.escale.presence.Visit;
import org.escale.refusal.RefusalCode;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.junit.After;
import org.junit.Test;

/** Private sessions, from the key to the proof that they are over. */
public class SessionTest {
  private final Hall hall = new Hall();

  @After
  public void close() {
    hall.close();
  }

  @Test
  public void s1_theKeyLetsItsPersonInWhileTheVisitLasts() throws IOException {
    var visit = hall.walkIn("ann");
    assertEquals(State.PENDING, hall.session(visit).state());
    hall.steward.runDue();
    assertEquals(State.READY, hall.session(visit).state());
    var key = key("ann", visit);
    assertTrue(hall.gateway.connect(key, now()));
    assertEquals(State.OPEN, hall.session(visit).state());
    hall.pass(Duration.ofMinutes(30));
    hall.leave("ann", visit);
    assertFalse(hall.gateway.connect(key, now()));
    hall.steward.runDue();
    assertEquals(State.ENDED, hall.session(visit).state());
    assertEquals(List.of(), hall.gateway.sessions());
  }

  @Test
  public void s1_aKeyIsShownToItsOwnPersonOnlyAndNotAfterTheEnd() {
    var visit = hall.walkIn("ann");
    refused(RefusalCode.NOT_FOUND, hall.reception.key(hall.house.member("bob"), visit.id()));
    refused(RefusalCode.NOT_ALLOWED, hall.reception.key(hall.house.desk("x"), visit.id()));
    hall.pass(Duration.ofMinutes(1));
    hall.leave("ann", visit);
    refused(RefusalCode.WRONG_STATE, hall.reception.key(hall.house.member("ann"), visit.id()));
  }

  @Test
  public void s1_noKeyIsUsedTwice() {
    var first = hall.walkIn("ann");
    var key = key("ann", first);
    hall.pass(Duration.ofMinutes(1));
    hall.leave("ann", first);
    assertNotEquals(key, key("ann", hall.walkIn("ann")));
    assertEquals(23, key.length());
  }

  @Test
  public void s1_aKeyOfOneCentreOpensNoOther() {
    var visit = hall.walkIn("ann");
    var key = key("ann", visit);
    hall.centre("y", 1);
    var other = new org.escale.core.fixture.ToyGateway();
    hall.gateways.removeDriver(hall.gateway);
    hall.gateways.addDriver(other);
    hall.house.put(
        new org.escale.access.InstalledGateway(
            new org.escale.access.GatewayId("g-y"),
            new org.escale.federation.CentreId("y"),
            "toy",
            java.util.Map.of()));
    hall.steward.runDue();
    assertTrue(other.hub().grant(org.escale.spi.gateway.Claim.key(key)).isEmpty());
  }

  @Test
  public void s2_oneCompanyOneChannelAndNeverTwo() {
    var company = Words.company("d", "borea");
    hall.house.put(company, Words.member("eve", company, ""));
    hall.centre("y", 3);
    var ann = hall.walkIn("ann", "y");
    var bob = hall.walkIn("bob", "y");
    var eve = hall.walkIn("eve", "y");
    assertEquals(hall.session(ann).segment(), hall.session(bob).segment());
    assertNotEquals(hall.session(ann).segment(), hall.session(eve).segment());
  }

  @Test
  public void networkPending_aDeadGatewayNeverFailsACheckIn() {
    hall.gateway.reachable(false);
    var visit = hall.walkIn("ann");
    hall.steward.runDue();
    assertEquals(State.PENDING, hall.session(visit).state());
    hall.gateway.reachable(true);
    hall.pass(Duration.ofMinutes(1));
    assertEquals(State.READY, hall.session(visit).state());
  }

  @Test
  public void s1_aRevokedSessionIsCutUntilThereIsProof() throws IOException {
    var visit = hall.walkIn("ann");
    hall.steward.runDue();
    hall.gateway.connect(key("ann", visit), now());
    hall.gateway.stubborn(true);
    hall.pass(Duration.ofMinutes(5));
    hall.leave("ann", visit);
    hall.steward.runDue();
    assertEquals(State.CUTTING, hall.session(visit).state());
    hall.gateway.stubborn(false);
    hall.pass(Duration.ofSeconds(5));
    assertEquals(State.ENDED, hall.session(visit).state());
  }

  @Test
  public void s4_aSessionIsCutAtItsEndAlsoWhenItsRuleIsAway() {
    var visit = hall.walkIn("ann");
    hall.steward.runDue();
    hall.stopRules();
    hall.house.clock.set("2027-03-01T17:00:01Z");
    hall.steward.runDue();
    assertEquals(State.ENDED, hall.session(visit).state());
    assertTrue(hall.gateway.known().get(0).revoked());
  }

  @Test
  public void s3_aStopAtTheGatewayEndsTheVisitThen() throws IOException {
    var visit = connected("ann");
    hall.house.clock.advance(Duration.ofMinutes(61));
    hall.gateway.report(Kind.STOP, hall.session(visit).id(), now().minusSeconds(60));
    var closing = hall.now(visit).closing().orElseThrow();
    assertEquals(By.GATEWAY, closing.by());
    assertEquals(visit.startedAt().plus(Duration.ofHours(1)), closing.at());
    assertEquals(State.ENDED, hall.session(visit).state());
  }

  @Test
  public void s6_lateDoubledAndReorderedEventsChangeNothingTwice() throws IOException {
    var visit = connected("ann");
    var id = hall.session(visit).id();
    hall.house.clock.advance(Duration.ofMinutes(30));
    var alive = hall.gateway.report(Kind.ALIVE, id, now());
    hall.house.clock.advance(Duration.ofMinutes(30));
    var stop = hall.gateway.report(Kind.STOP, id, now());
    hall.steward.runDue();
    var ended = hall.now(visit);
    hall.gateway.again(List.of(stop, alive, stop));
    hall.gateway.report(Kind.ALIVE, id, now().minusSeconds(600));
    hall.steward.runDue();
    assertEquals(ended, hall.now(visit));
    assertEquals(State.ENDED, hall.session(visit).state());
    assertEquals(1, hall.records(visit).size());
    assertEquals(1, hall.all(Charge.class).size());
  }

  @Test
  public void s3_whoIsSilentForTooLongLeftWhenLastSeen() throws IOException {
    var visit = connected("ann");
    hall.house.clock.advance(Duration.ofMinutes(40));
    hall.gateway.report(Kind.ALIVE, hall.session(visit).id(), now());
    var seen = now();
    hall.pass(Duration.ofHours(5));
    var closing = hall.now(visit).closing().orElseThrow();
    assertEquals(By.IDLE, closing.by());
    assertEquals(seen, closing.at());
  }

  @Test
  public void s6_aLateSignOfLifeNeverMakesTheEndEarlier() throws IOException {
    var visit = connected("ann");
    var id = hall.session(visit).id();
    hall.house.clock.advance(Duration.ofMinutes(40));
    hall.gateway.report(Kind.ALIVE, id, now());
    var seen = now();
    hall.gateway.report(Kind.ALIVE, id, now().minusSeconds(1200));
    hall.pass(Duration.ofHours(5));
    assertEquals(seen, hall.now(visit).closing().orElseThrow().at());
  }

  @Test
  public void e5_aGatewaysClockMayBeOffBy120Seconds() throws IOException {
    var visit = connected("ann");
    hall.house.clock.advance(Duration.ofMinutes(10));
    hall.gateway.report(Kind.STOP, hall.session(visit).id(), now().plusSeconds(120));
    hall.steward.runDue();
    assertEquals(BigDecimal.valueOf(600), hall.records(visit).get(0).quantity());
    assertEquals(1, hall.all(Charge.class).size());
  }

  @Test
  public void e5_aClockOffByMoreIsSetAsideNeverBilled() throws IOException {
    var visit = connected("ann");
    hall.house.clock.advance(Duration.ofMinutes(10));
    hall.gateway.report(Kind.STOP, hall.session(visit).id(), visit.startedAt().minusSeconds(121));
    hall.steward.runDue();
    assertEquals(BigDecimal.ZERO, hall.records(visit).get(0).quantity());
    assertEquals(0, hall.all(Charge.class).size());
    assertEquals(RefusalCode.NOT_RATED, hall.all(Unrated.class).get(0).reason().code());
    var record = hall.records(visit).get(0).id();
    Answers.done(
        hall.metering.correct(hall.house.desk("x"), record, Optional.of(BigDecimal.valueOf(600))));
    hall.steward.runDue();
    assertEquals("1.50 EUR", hall.all(Charge.class).get(0).amount().toString());
  }

  @Test
  public void e2_whileTheStoreIsAwayEventsAreToldAgain() throws IOException {
    var visit = connected("ann");
    hall.house.clock.advance(Duration.ofMinutes(10));
    var id = hall.session(visit).id();
    hall.house.store.away(true);
    org.junit.Assert.assertThrows(
        IOException.class, () -> hall.gateway.report(Kind.STOP, id, now()));
    hall.house.store.away(false);
    hall.gateway.report(Kind.STOP, id, now());
    assertFalse(hall.now(visit).open());
  }

  private Visit connected(String member) throws IOException {
    var visit = hall.walkIn(member);
    hall.steward.runDue();
    assertTrue(hall.gateway.connect(key(member, visit), now()));
    return hall.now(visit);
  }

  private String key(String member, Visit visit) {
    return hall.key(hall.house.member(member), visit);
  }

  private Instant now() {
    return hall.house.clock.instant();
  }
}
