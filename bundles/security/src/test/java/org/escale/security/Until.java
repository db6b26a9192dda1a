package org.escale.security;

import java.util.function.BooleanSupplier;

/** Waits for a condition, at most 10 s. */
final class Until {
  private Until() {}

  static void holds(BooleanSupplier condition) {
    var end = System.nanoTime() + 10_000_000_000L;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not in time");
      }
      Thread.onSpinWait();
    }
  }
}
