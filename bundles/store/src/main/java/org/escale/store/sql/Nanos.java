package org.escale.store.sql;

import java.time.Instant;

/** Instants as nanoseconds since 1970: exact from 1677 to 2262. */
public final class Nanos {
  private static final long SECOND = 1_000_000_000L;

  private Nanos() {}

  /**
   * The exact number.
   *
   * @throws ArithmeticException outside 1677 to 2262
   */
  public static long exact(Instant at) {
    return Math.addExact(Math.multiplyExact(at.getEpochSecond(), SECOND), at.getNano());
  }

  /** The number, or the nearest that there is. */
  public static long near(Instant at) {
    try {
      return exact(at);
    } catch (ArithmeticException e) {
      return at.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  /** The instant again. */
  public static Instant instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
  }
}
