package org.escale.core.centres;

import static org.escale.core.fixture.Mill.hours;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.escale.adapter.AdapterId;
import org.escale.adapter.InstalledAdapter;
import org.escale.adapter.InstalledAdapter.Power;
import org.escale.booking.Booking.State;
import org.escale.caller.RequestKey;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Mill;
import org.escale.core.fixture.Words;
import org.escale.federation.CentreId;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.federation.TruthMode;
import org.escale.refusal.RefusalCode;
import org.junit.After;
import org.junit.Test;

/** How often a centre's system is read, and what that is worth. */
public class PollingTest {
  private static final AdapterId ID = new AdapterId("a-x");
  private final Mill mill = new Mill();

  @After
  public void close() {
    mill.close();
  }

  @Test
  public void aSpaceBookedWithinTwoHoursIsReadMoreOften() {
    mill.await(Answers.done(mill.ask("own-1", hours(9, 10))).word(), State.CONFIRMED);
    mill.await(Answers.done(mill.ask("own-2", hours(14, 15))).word(), State.CONFIRMED);
    mill.awaitRead();
    assertEquals(Duration.ofSeconds(5), period("own-1"));
    assertEquals(Duration.ofSeconds(30), period("own-2"));
    assertTrue(readings("own-1") > 6);
    assertTrue(readings("own-2") < 5);
  }

  @Test
  public void whatStaffWroteSoonIsNoBookingOfOurs() {
    mill.centre.staff("one", "staff", hours(9, 10));
    mill.awaitRead();
    assertEquals(Duration.ofSeconds(30), period("own-1"));
  }

  @Test
  public void freshnessOlderThanThreePeriodsIsUnconfirmed() {
    assertTrue(confirmed("own-1"));
    mill.centre.down(true);
    mill.hall.pass(Duration.ofSeconds(85));
    assertTrue(confirmed("own-1"));
    mill.hall.pass(Duration.ofSeconds(10));
    assertFalse(confirmed("own-1"));
    assertTrue("ours is", confirmed("x-1"));
    mill.centre.down(false);
    mill.awaitRead();
    assertTrue(confirmed("own-1"));
  }

  @Test
  public void aRingRightAfterALookIsNotLost() {
    mill.hall.pass(Duration.ofSeconds(3));
    var start = asOf("own-2");
    Answers.done(mill.adapters.poll(mill.hall.house.desk("x"), ID));
    mill.hall.steward.runDue();
    mill.await(() -> asOf("own-2").isAfter(start));
    var before = asOf("own-2");
    Answers.done(mill.adapters.poll(mill.hall.house.desk("x"), ID));
    mill.hall.pass(Duration.ofSeconds(2));
    mill.await(() -> asOf("own-2").isAfter(before));
    assertTrue(asOf("own-2").isBefore(before.plusSeconds(10)));
  }

  @Test
  public void aSpaceThatItsSystemDecidesFromNowOnIsReadAtOnce() {
    mill.hall.house.put(Words.space("own-1", "x", TruthMode.FEDERATION), 1);
    var other = asOf("own-2");
    mill.await(() -> asOf("own-2").isAfter(other));
    var before = asOf("own-1");
    mill.hall.house.put(Words.space("own-1", "x", TruthMode.CENTRE_CHECKED), 2);
    var decided = mill.hall.house.clock.instant();
    mill.await(() -> asOf("own-1").isAfter(before));
    assertTrue(asOf("own-1").isBefore(decided.plusSeconds(10)));
  }

  @Test
  public void whoMayHasItReadNow() {
    mill.hall.pass(Duration.ofSeconds(3));
    var before = asOf("own-2");
    Answers.done(mill.adapters.poll(mill.hall.house.desk("x"), ID));
    mill.hall.steward.runDue();
    mill.await(() -> asOf("own-2").isAfter(before));
    assertTrue(asOf("own-2").isBefore(before.plusSeconds(10)));
    mill.hall.centre("y", 1);
    Answers.refused(RefusalCode.NOT_FOUND, mill.adapters.poll(mill.hall.house.desk("y"), ID));
    Answers.refused(RefusalCode.NOT_ALLOWED, mill.adapters.poll(mill.hall.house.member("ann"), ID));
  }

  @Test
  public void theSystemItselfRingsUntilItsSecretIsRevoked() {
    var operator = mill.hall.house.federation();
    Answers.refused(RefusalCode.NOT_FOUND, mill.adapters.ring(ID, "guess"));
    var first = Answers.done(mill.adapters.secret(operator, ID, Power.RING));
    Answers.done(mill.adapters.ring(ID, first));
    var kept = mill.hall.house.all(InstalledAdapter.class).get(0).hook().orElseThrow();
    assertNotEquals(first, kept);
    var second = Answers.done(mill.adapters.secret(operator, ID, Power.RING));
    Answers.refused(RefusalCode.NOT_FOUND, mill.adapters.ring(ID, first));
    Answers.done(mill.adapters.ring(ID, second));
    Answers.done(mill.adapters.revoke(operator, ID, Power.RING));
    Answers.refused(RefusalCode.NOT_FOUND, mill.adapters.ring(ID, second));
    var desk = mill.hall.house.desk("x");
    Answers.refused(RefusalCode.NOT_ALLOWED, mill.adapters.secret(desk, ID, Power.RING));
  }

  @Test
  public void b3_aSecretIsShownOnceThoughTheRequestComesAgain() {
    var key = new RequestKey("POST poll-address", "k-1", "digest");
    var operator = mill.hall.house.federation().under(key);
    var secret = Answers.done(mill.adapters.secret(operator, ID, Power.RING));
    Answers.refused(RefusalCode.ALREADY_EXISTS, mill.adapters.secret(operator, ID, Power.RING));
    Answers.done(mill.adapters.ring(ID, secret));
  }

  private Duration period(String space) {
    var known = mill.hall.house.snapshots.now().get(Space.class, new SpaceId(space)).orElseThrow();
    var system = mill.hall.house.systems.open(ID).orElseThrow();
    return mill.hall.house.freshness.period(system, known);
  }

  /** How often it is read in a minute; the system's own thread may take its time. */
  private int readings(String space) {
    var seen = new java.util.HashSet<Instant>();
    for (int second = 0; second < 60; second++) {
      mill.hall.pass(Duration.ofSeconds(1));
      java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
      seen.add(asOf(space));
    }
    return seen.size();
  }

  private boolean confirmed(String space) {
    var known = mill.hall.house.snapshots.now().get(Space.class, new SpaceId(space)).orElseThrow();
    return mill.hall.house.freshness.confirmed(known, mill.hall.house.clock.instant());
  }

  private Instant asOf(String space) {
    return mill.hall.house.systems.asOf(new CentreId("x"), new SpaceId(space)).orElseThrow();
  }
}
