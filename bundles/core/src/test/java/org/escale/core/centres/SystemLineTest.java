package org.escale.core.centres;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.escale.core.steward.EffectHandler.Again;
import org.junit.After;
import org.junit.Test;

/** A look gets its turn, however many messages wait for a system (A3), and so do they. */
public class SystemLineTest {
  private static final int MANY = 300;
  private static final int MOST = 1000;
  private static final String LOOK = "look";

  private final SystemLine line = new SystemLine("line");
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);

  @After
  public void close() {
    go.countDown();
    line.close();
  }

  @Test
  public void a3_aLookGoesBeforeAllThatWait() throws Exception {
    hold();
    tell(MANY);
    assertTrue(line.askFirst(LOOK, () -> done(LOOK)));
    assertFalse("one at a time", line.askFirst(LOOK, () -> done(LOOK)));
    go.countDown();
    awaitDone(MANY + 1);
    assertEquals(LOOK, done.get(0));
  }

  @Test
  public void a3_aLookGetsItsTurnWhereNoMoreMayWait() throws Exception {
    hold();
    tell(MOST);
    assertEquals(Optional.empty(), line.ask("one more", () -> done("one more")));
    assertTrue(line.askFirst(LOOK, () -> done(LOOK)));
    go.countDown();
    awaitDone(MOST + 1);
    assertEquals(LOOK, done.get(0));
    assertTrue("and again where nobody waits", line.askFirst(LOOK, () -> done(LOOK)));
    awaitDone(MOST + 2);
  }

  @Test
  public void b6_looksThatNeverEndLeaveAsMuchOfTheTimeToTheMessages() throws Exception {
    hold();
    tell(MANY);
    line.askFirst("look 1", () -> slow("look 1"));
    go.countDown();
    awaitDone(1);
    assertTrue(line.askFirst("look 2", () -> done("look 2")));
    awaitDone(MANY + 2);
    assertTrue("" + done, done.indexOf("look 2") > 1);
  }

  @Test
  public void aLookThatBreaksLosesNoMessage() throws Exception {
    hold();
    tell(MANY);
    line.askFirst(
        LOOK,
        () -> {
          throw new IllegalStateException("it broke");
        });
    go.countDown();
    awaitDone(MANY);
    assertTrue(line.askFirst(LOOK, () -> done(LOOK)));
    awaitDone(MANY + 1);
  }

  private void hold() throws InterruptedException {
    line.ask(
        "hold",
        () -> {
          begun.countDown();
          awaitGo();
          return Optional.empty();
        });
    assertTrue(begun.await(30, TimeUnit.SECONDS));
  }

  private void awaitGo() {
    try {
      assertTrue(go.await(60, TimeUnit.SECONDS));
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(int messages) {
    for (int n = 0; n < messages; n++) {
      var name = "message " + n;
      assertTrue(line.ask(name, () -> done(name)).isPresent());
    }
  }

  private Optional<Again> done(String what) {
    done.add(what);
    return Optional.empty();
  }

  /** Takes a while, of which its caller can be sure. */
  private Optional<Again> slow(String what) {
    var end = System.nanoTime() + Duration.ofMillis(200).toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return done(what);
  }

  private void awaitDone(int number) {
    Awaitility.await()
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> done.size() >= number);
  }
}
