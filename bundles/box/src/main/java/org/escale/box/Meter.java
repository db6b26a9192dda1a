package org.escale.box;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Measures what a line carries without keeping it busy for more than a second: by pieces, each four
 * times as large as the one before, as long as the next one would take less than a second at the
 * speed of the last; after each the line is left alone as long as it took. At most {@value
 * #MOST_BYTES} bytes both ways together, 5 s in all.
 */
final class Meter {
  /** All pieces of both ways. */
  static final int MOST_BYTES = 1_822_720;

  private static final int[] DOWN = {16 << 10, 64 << 10, 256 << 10, 1 << 20};
  private static final int[] UP = {16 << 10, 64 << 10, 340 << 10};
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long WHOLE = 5 * SECOND;
  private static final int BITS = 8;

  private final Carrier carrier;
  private long left = WHOLE;

  /** By that line; for one measurement. */
  Meter(Carrier carrier) {
    this.carrier = carrier;
  }

  /** Which way. */
  enum Way {
    /** From the hub. */
    DOWN,
    /** To the hub. */
    UP
  }

  /** What moves the bytes. */
  interface Carrier {
    /**
     * Moves so many bytes; how long it took, in nanoseconds.
     *
     * @throws IOException if it takes longer than the limit: then the line is left alone at once
     */
    long move(Way way, int bytes, Duration limit) throws IOException;

    /** Leaves the line alone. */
    void rest(Duration time) throws IOException;
  }

  /** In kbit/s; 0 where a second was not enough for 16 KiB. */
  record Measured(long downKbps, long upKbps) {}

  /**
   * Measures both ways.
   *
   * @throws IOException if the hub does not answer within a second, or not at all
   */
  Measured measure() throws IOException {
    long down = speed(Way.DOWN, DOWN);
    return new Measured(down, speed(Way.UP, UP));
  }

  private long speed(Way way, int[] pieces) throws IOException {
    long bare = moved(way, 0);
    long speed = 0;
    for (int piece : pieces) {
      if (speed > 0 && expected(piece, speed) > Math.min(SECOND, left / 2)) {
        break;
      }
      try {
        long alone = Math.max(MILLISECOND, moved(way, piece) - bare);
        speed = (long) piece * BITS * MILLISECOND / alone;
      } catch (IOException tooSlow) {
        break;
      }
    }
    return speed;
  }

  /** Bits in a millisecond are kbit in a second. */
  private static long expected(int piece, long kbps) {
    return (long) piece * BITS * MILLISECOND / kbps;
  }

  private long moved(Way way, int bytes) throws IOException {
    long limit = Math.min(SECOND, left);
    if (limit < MILLISECOND) {
      throw new IOException("measuring takes too long");
    }
    left -= limit; // as long as nobody knows better
    long took = carrier.move(way, bytes, Duration.ofNanos(limit));
    long rest = Math.min(took, left);
    carrier.rest(Duration.ofNanos(rest));
    left += limit - took - rest;
    return took;
  }
}
