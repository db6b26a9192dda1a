package org.escale.core.plugins;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Guard.Place;
import org.junit.After;
import org.junit.Test;

/** Plug-ins that are no rules: one that fails costs its own calls only (law E3). */
public final class GatesTest {
  private static final Place BAD = new Place("bad", "route", Duration.ofMillis(200));
  private static final Place GOOD = new Place("good", "route", Duration.ofSeconds(10));
  private final CountDownLatch forever = new CountDownLatch(1);
  private final Gates gates = new Gates(new Quarantine(Optional.empty()));

  @After
  public void close() {
    forever.countDown();
    gates.close();
  }

  @Test
  public void e3_oneThatHangsThrowsOrAnswersRubbishIsNamedAndTheOthersGoOn() {
    says("took longer than 200 ms", this::hang);
    says("threw java.lang.IllegalStateException", GatesTest::fail);
    says("threw java.lang.StackOverflowError", GatesTest::deep);
    says("answered nothing sensible", () -> "rubbish");
    assertEquals(Outcome.done("well"), gates.ask(GOOD, () -> "well", "well"::equals));
    var seen = gates.seen();
    assertEquals(4, seen.get(0).failures());
    assertEquals(0, seen.get(1).failures());
  }

  @Test
  public void e3_oneThatKeepsFailingIsSetAsideAndNobodyElseIs() {
    for (int i = 0; i < 10; i++) {
      refused(GatesTest::fail);
    }
    says("set aside after failures", () -> "well");
    assertTrue(gates.seen().get(0).quarantined());
    assertEquals(Outcome.done("well"), gates.ask(GOOD, () -> "well", "well"::equals));
  }

  private void says(String why, Callable<String> question) {
    assertEquals(why, refused(question).refusal().details().get("because"));
  }

  private Outcome.Refused<String> refused(Callable<String> question) {
    var refused = (Outcome.Refused<String>) gates.ask(BAD, question, "well"::equals);
    assertEquals(RefusalCode.TEMPORARILY_UNAVAILABLE, refused.refusal().code());
    assertEquals("bad", refused.refusal().details().get("plugIn"));
    return refused;
  }

  private String hang() throws InterruptedException {
    forever.await();
    return "well";
  }

  private static String fail() {
    throw new IllegalStateException("no");
  }

  private static String deep() {
    throw new StackOverflowError();
  }
}
