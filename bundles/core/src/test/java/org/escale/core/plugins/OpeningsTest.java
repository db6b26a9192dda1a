package org.escale.core.plugins;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.Test;

/** What is slow to open holds up nobody (A3). */
public class OpeningsTest {
  private final Openings<String> openings = new Openings<>();
  private final CountDownLatch answers = new CountDownLatch(1);
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger interrupted = new AtomicInteger();

  @After
  public void answer() {
    answers.countDown();
  }

  @Test
  public void a3_oneThatIsSlowIsBegunOnceAndWaitedForAMoment() {
    var began = System.nanoTime();
    assertFalse(openings.begin("slow", this::waits));
    assertTrue(openings.running());
    assertFalse("it is being done", openings.begin("slow", this::waits));
    assertTrue("another is not held up", openings.begin("quick", begun::incrementAndGet));
    assertTrue(Duration.ofNanos(System.nanoTime() - began).compareTo(Duration.ofSeconds(10)) < 0);
    assertEquals(2, begun.get());
    answers.countDown();
    Awaitility.await().until(() -> !openings.running());
    assertTrue("and once more", openings.begin("slow", this::waits));
  }

  @Test
  public void e3_oneThatFailsIsNotDoneAndMayBeBegunAgain() {
    assertFalse(
        openings.begin(
            "broken",
            () -> {
              throw new IllegalStateException("no");
            }));
    assertTrue(openings.begin("broken", begun::incrementAndGet));
  }

  @Test
  public void whatIsBeingDoneIsInterruptedAtTheEnd() {
    openings.begin("slow", this::waits);
    openings.close();
    Awaitility.await().until(() -> interrupted.get() == 1 && !openings.running());
  }

  private void waits() {
    begun.incrementAndGet();
    try {
      answers.await();
    } catch (InterruptedException stopped) {
      interrupted.incrementAndGet();
    }
  }
}
