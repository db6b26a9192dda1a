package org.escale.core.sessions;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.escale.access.Session.State;
import org.escale.billing.UsageRecord;
import org.escale.client.Company;
import org.escale.client.Company.Standing;
import org.escale.client.Member;
import org.escale.client.MemberId;
import org.escale.core.fixture.Hall;
import org.escale.core.presence.Leavers;
import org.escale.presence.Closing.By;
import org.junit.After;
import org.junit.Test;

/** Whoever leaves the employer while checked in is cut off, and billed until then. */
public class LeaversTest {
  private final Hall hall = new Hall();

  @After
  public void close() {
    hall.close();
  }

  private void leaves(String who) {
    var kept = hall.house.snapshots.now().kept(Member.class, new MemberId(who)).orElseThrow();
    hall.house.put(kept.word().employed(false), kept.revision());
  }

  @Test
  public void s1_theSessionOfWhoeverLeavesIsCutAndTheVisitBilledUntilThen() {
    var visit = hall.walkIn("ann");
    var other = hall.walkIn("bob");
    hall.steward.runDue();
    hall.pass(Duration.ofMinutes(30));
    leaves("ann");
    hall.steward.runDue();
    var closing = hall.now(visit).closing().orElseThrow();
    assertEquals(By.ADMINISTRATOR, closing.by());
    assertEquals("visit.ended.administrator", closing.text());
    assertEquals(visit.startedAt().plus(Duration.ofMinutes(30)), closing.at());
    assertEquals(State.ENDED, hall.session(visit).state());
    assertEquals(State.READY, hall.session(other).state());
    assertTrue("the colleague stays", hall.now(other).open());
    var records = hall.all(UsageRecord.class);
    assertEquals(1, records.size());
    assertEquals("1800", records.get(0).quantity().toPlainString());
  }

  @Test
  public void s1_theSessionsOfACompanyThatIsNoMoreAreCutAndItsVisitsBilledUntilThen() {
    var ann = hall.walkIn("ann");
    hall.steward.runDue();
    hall.pass(Duration.ofMinutes(30));
    stands("ann", Standing.OVERDUE);
    hall.steward.runDue();
    assertTrue("who pays late stays until the visit ends", hall.now(ann).open());
    stands("ann", Standing.CEASED);
    hall.steward.runDue();
    var closing = hall.now(ann).closing().orElseThrow();
    assertEquals(By.ADMINISTRATOR, closing.by());
    assertEquals(ann.startedAt().plus(Duration.ofMinutes(30)), closing.at());
    assertEquals(State.ENDED, hall.session(ann).state());
    assertEquals("1800", hall.all(UsageRecord.class).get(0).quantity().toPlainString());
  }

  private void stands(String who, Standing standing) {
    var snapshot = hall.house.snapshots.now();
    var company = snapshot.get(Member.class, new MemberId(who)).orElseThrow().company();
    var kept = snapshot.kept(Company.class, company).orElseThrow();
    hall.house.put(kept.word().with(standing), kept.revision());
  }

  @Test
  public void s3_aRestartInBetweenForgetsNobody() {
    var visit = hall.walkIn("ann");
    leaves("ann");
    var fresh = new Leavers(hall.closings, hall.house.snapshots, hall.house.clock);
    assertEquals(Optional.of(Instant.MIN), fresh.due());
    fresh.run(hall.house.clock.instant());
    assertFalse(hall.now(visit).open());
    hall.steward.runDue();
    assertEquals(State.ENDED, hall.session(visit).state());
  }
}
