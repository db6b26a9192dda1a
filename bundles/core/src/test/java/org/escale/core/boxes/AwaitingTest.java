package org.escale.core.boxes;

import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.escale.access.GatewayId;
import org.escale.access.Session;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Hall;
import org.escale.core.secrets.Sha256;
import org.escale.federation.CentreId;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Boxes;
import org.junit.After;
import org.junit.Test;

/** A box is told at once that somebody came or went at its centre. */
public class AwaitingTest {
  private static final String NOTHING = Sha256.of("");
  private static final CentreId X = new CentreId("x");

  private final Hall hall = new Hall();
  private final ToyBox box = new ToyBox(hall, 0);

  @After
  public void close() {
    hall.close();
  }

  @Test
  public void s1_whoWaitsIsToldThatSomebodyCameAndThatSomebodyLeft() throws Exception {
    var waits = box.waits(NOTHING);
    assertFalse("nobody came", waits.isDone());
    var visit = hall.walkIn("ann");
    assertTrue("somebody came", told(waits));
    waits = box.waits(known());
    assertFalse("nobody left", waits.isDone());
    hall.leave("ann", visit);
    assertTrue("somebody left", told(waits));
    assertFalse("and nothing since", box.waits(NOTHING).isDone());
  }

  @Test
  public void whoKnowsLessIsToldAtOnce() throws Exception {
    hall.walkIn("ann");
    assertTrue(box.waits(NOTHING).isDone());
    assertTrue(told(box.waits(NOTHING)));
  }

  @Test
  public void e1_whoComesElsewhereWakesNobody() throws Exception {
    hall.centre("y", 1);
    var waits = box.waits(NOTHING);
    hall.walkIn("ann", "y");
    hall.walkIn("bob");
    assertTrue("only now", told(waits));
    assertEquals("the first stood in no list", 1, grants(box.entitlements()).lines().count());
  }

  @Test
  public void aBoxThatIsRevokedWhileItWaitsIsRefusedAtOnce() throws Exception {
    var waits = box.waits(NOTHING);
    box.revoked();
    refused(RefusalCode.NOT_FOUND, waits.get(5, TimeUnit.SECONDS));
    refused(RefusalCode.NOT_FOUND, box.waits(NOTHING).get(5, TimeUnit.SECONDS));
  }

  @Test
  public void anotherBoxTakesNobodysPlaceAndTheSameOneItsOwn() throws Exception {
    var other = new ToyBox(hall, "box-2", 0);
    try (var there = awaiting(Duration.ofMinutes(1))) {
      var first = box.waits(there, NOTHING);
      var others = other.waits(there, NOTHING);
      var second = box.waits(there, NOTHING);
      assertFalse("the older one", told(first));
      assertFalse(others.isDone());
      hall.walkIn("ann");
      assertTrue(told(second));
      assertTrue(told(others));
    }
  }

  @Test
  public void whatIsNoDigestOrNoBoxIsRefused() throws Exception {
    refused(RefusalCode.INVALID_FIELD, box.waits("d1").get(5, TimeUnit.SECONDS));
    var stranger =
        new Boxes.Request(
            new GatewayId("nobody"), hall.house.clock.instant(), "GET /gateways/nobody", "", "x");
    var answer = hall.boxes().changed(stranger, NOTHING).toCompletableFuture();
    refused(RefusalCode.NOT_FOUND, answer.get(5, TimeUnit.SECONDS));
  }

  @Test
  public void afterItsTimeItIsToldThatNothingHappened() throws Exception {
    try (var soon = awaiting(Duration.ofMillis(50))) {
      assertFalse(told(box.waits(soon, NOTHING)));
    }
  }

  @Test
  public void whoeverWaitsWhileTheHubStopsIsToldToTryAgain() throws Exception {
    var ends = awaiting(Duration.ofMinutes(1));
    var waits = box.waits(ends, NOTHING);
    assertFalse(waits.isDone());
    ends.close();
    refused(RefusalCode.TEMPORARILY_UNAVAILABLE, waits.get(5, TimeUnit.SECONDS));
    hall.walkIn("ann"); // the journal goes on without it
  }

  @Test
  public void noChangeIsMissedBetweenTwoWaits() throws Exception {
    var go = new CountDownLatch(1);
    var comes =
        CompletableFuture.runAsync(
            () -> {
              go.countDown();
              for (int n = 0; n < 40; n++) {
                hall.leave("ann", hall.walkIn("ann"));
              }
              hall.walkIn("bob");
            });
    go.await();
    var known = NOTHING;
    while (!comes.isDone() || !known.equals(known())) {
      try {
        told(box.waits(known), 2);
      } catch (TimeoutException slow) {
        assertEquals("a change was missed", known(), known);
      }
      known = known();
    }
    comes.get();
  }

  /** One that goes by how many sessions there are. */
  private Awaiting awaiting(Duration longest) {
    var snapshots = hall.house.snapshots;
    return new Awaiting(
        snapshots,
        new Requests(hall.house.clock, snapshots),
        box -> Sha256.of("s".repeat(snapshots.now().where(Session.class, "centreId", X).size())),
        longest);
  }

  private String known() {
    return Sha256.of(grants(box.entitlements()));
  }

  private static String grants(String list) {
    return list.lines()
        .filter(line -> line.startsWith("grant "))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static boolean told(CompletableFuture<Outcome<Boolean>> waits) throws Exception {
    return told(waits, 5);
  }

  private static boolean told(CompletableFuture<Outcome<Boolean>> waits, int seconds)
      throws InterruptedException, ExecutionException, TimeoutException {
    return Answers.done(waits.get(seconds, TimeUnit.SECONDS));
  }
}
