package org.escale.core.plugins;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.Test;

public class ArrivalsTest {
  private final CountDownLatch says = new CountDownLatch(1);
  private final AtomicBoolean willing = new AtomicBoolean(true);
  private final AtomicInteger changes = new AtomicInteger();
  private final Arrivals<String, String> arrivals =
      new Arrivals<>(this::asked, behind -> behind.substring(1), changes::incrementAndGet);

  private Optional<String> asked(String adapter) {
    try {
      says.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return willing.get() ? Optional.of("!" + adapter) : Optional.empty();
  }

  @Test(timeout = 20_000)
  public void a4_oneThatHasJustComeIsWaitedFor() {
    arrivals.come("slow");
    assertEquals(Optional.empty(), arrivals.of("slow"));
    new Thread(says::countDown).start();
    assertEquals(Optional.of("!slow"), arrivals.awaited("slow"));
    assertEquals(1, changes.get());
  }

  @Test(timeout = 5_000)
  public void nobodyWaitsForOneThatNeverCame() {
    says.countDown();
    arrivals.come("here");
    assertEquals(Optional.empty(), arrivals.awaited("elsewhere"));
  }

  @Test
  public void e3_oneThatDoesNotSayIsAskedAgain() {
    says.countDown();
    willing.set(false);
    arrivals.come("shy");
    assertTrue("still silent", arrivals.askAgain());
    willing.set(true);
    Awaitility.await().until(() -> !arrivals.askAgain());
    assertEquals(List.of("!shy"), arrivals.all());
  }

  @Test
  public void a4_oneThatGoesIsGoneAndItsSuccessorStays() {
    says.countDown();
    var first = "x";
    arrivals.come(first);
    Awaitility.await().until(() -> arrivals.of("x").isPresent());
    assertEquals(Optional.of("!x"), arrivals.go(first));
    assertEquals(Optional.empty(), arrivals.of("x"));
    assertEquals("gone already", Optional.empty(), arrivals.go(first));
    assertFalse("nobody is silent", arrivals.askAgain());
  }
}
