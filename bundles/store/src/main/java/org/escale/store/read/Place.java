package org.escale.store.read;

/**
 * Where a page continues: an entry's number, or a place inside an entry. The latter is a number
 * above all entry numbers and below 2^53, so that it also lives in a JSON number.
 */
final class Place {
  private static final long PLACES = 1L << 52;
  private static final long WIDTH = 1L << 20;

  private Place() {}

  /** Continues behind that word of that entry. */
  static long after(long seq, int place) {
    return PLACES + seq * WIDTH + place;
  }

  /** The entry. */
  static long seq(long after) {
    return after < PLACES ? after : (after - PLACES) / WIDTH;
  }

  /** The last word of it that is past. */
  static int place(long after) {
    return after < PLACES ? Integer.MAX_VALUE : (int) ((after - PLACES) % WIDTH);
  }
}
