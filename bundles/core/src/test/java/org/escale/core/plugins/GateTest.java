package org.escale.core.plugins;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.junit.After;
import org.junit.Test;

public class GateTest {
  private final Gate gate =
      new Gate(
          "bad", new Quarantine(Optional.empty()), Duration.ofMillis(200), Duration.ofMillis(100));

  @After
  public void close() {
    gate.close();
  }

  @Test
  public void e3_aThrowAHangAndRubbishCostOnlyTheirOwnCall() {
    assertMissing(
        gate.ask(
            () -> {
              throw new StackOverflowError();
            },
            x -> true));
    assertMissing(
        gate.ask(
            () -> new CountDownLatch(1).await(1, java.util.concurrent.TimeUnit.DAYS), x -> true));
    assertMissing(gate.ask(() -> -1, x -> x > 0));
    assertMissing(gate.ask(() -> null, x -> true));
    assertEquals(Outcome.done(7), gate.ask(() -> 7, x -> true));
    assertEquals(5, gate.calls());
    assertEquals(4, gate.failures());
  }

  @Test
  public void e3_afterFiveFailuresItIsSetAsideAndComesBack() {
    for (int i = 0; i < 10; i++) {
      gate.ask(() -> null, x -> true);
    }
    assertTrue(gate.quarantined());
    assertMissing(gate.ask(() -> 7, x -> true));
    Awaitility.await()
        .pollDelay(Duration.ofMillis(20))
        .until(() -> gate.ask(() -> 7, x -> true) instanceof Outcome.Done);
    for (int i = 0; i < 10; i++) {
      gate.ask(() -> 7, x -> true);
    }
    assertFalse(gate.quarantined());
  }

  private static void assertMissing(Outcome<?> outcome) {
    assertTrue(outcome.toString(), outcome instanceof Outcome.Refused);
    assertEquals(RefusalCode.RULE_MISSING, ((Outcome.Refused<?>) outcome).refusal().code());
  }
}
