package org.escale.security;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.escale.caller.Role;
import org.escale.refusal.RefusalCode;
import org.junit.Test;

public final class PasswordsTest {
  @Test
  public void hashIsArgon2idWith64MebibytesAndItsOwnSalt() {
    try (var gate = new Gate()) {
      var hash = gate.passwords.hash(Gate.PASSWORD).orElseThrow();
      assertTrue(hash, hash.startsWith(Passwords.PARAMETERS));
      assertFalse(hash.equals(Gate.HASH));
    }
  }

  /** The median of several, because machines are noisy; without the dummy it is 1 to 1000. */
  @Test
  public void unknownNameCostsAHashLikeAWrongPassword() {
    try (var gate = new Gate()) {
      gate.account("anna", Role.MEMBER);
      var known = cpuNanos(() -> gate.passwords.judge("anna", "wrong"));
      var unknown = cpuNanos(() -> gate.passwords.judge("nobody", "wrong"));
      assertTrue(known + " and " + unknown, unknown > known / 10);
    }
  }

  private static long cpuNanos(Runnable work) {
    var times = new long[3];
    for (int i = 0; i < times.length; i++) {
      var start = System.nanoTime();
      work.run();
      times[i] = System.nanoTime() - start;
    }
    java.util.Arrays.sort(times);
    return times[1];
  }

  @Test
  public void atMostTwoHashesRunAtOnceAndSixteenWait() throws Exception {
    var slots = new HashSlots();
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    var refused = new AtomicInteger();
    var go = new CountDownLatch(1);
    var pool = Executors.newFixedThreadPool(24);
    for (int i = 0; i < 24; i++) {
      pool.execute(
          () -> {
            var done =
                slots.within(
                    () -> {
                      most.accumulateAndGet(running.incrementAndGet(), Math::max);
                      await(go);
                      running.decrementAndGet();
                      return true;
                    });
            if (done.isEmpty()) {
              refused.incrementAndGet();
            }
          });
    }
    Until.holds(() -> refused.get() == 24 - HashSlots.AT_ONCE - HashSlots.WAITING);
    go.countDown();
    pool.shutdown();
    assertTrue(pool.awaitTermination(20, TimeUnit.SECONDS));
    assertEquals(HashSlots.AT_ONCE, most.get());
    assertEquals(24 - HashSlots.AT_ONCE - HashSlots.WAITING, refused.get());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  public void simultaneousFailuresCountEachOnce() throws Exception {
    try (var gate = new Gate()) {
      gate.account("anna", Role.MEMBER);
      var bad = new AtomicInteger();
      var locked = new AtomicInteger();
      var pool = Executors.newFixedThreadPool(8);
      for (int i = 0; i < 8; i++) {
        pool.execute(
            () -> {
              var code = Gate.refused(gate.passwords.judge("anna", "wrong"));
              (code == RefusalCode.LOCKED_OUT ? locked : bad).incrementAndGet();
            });
      }
      pool.shutdown();
      assertTrue(pool.awaitTermination(60, TimeUnit.SECONDS));
      assertEquals(LockOut.FAILURES, bad.get());
      assertEquals(8 - LockOut.FAILURES, locked.get());
    }
  }
}
