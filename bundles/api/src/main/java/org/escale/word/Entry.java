package org.escale.word;

import java.time.Instant;
import java.util.List;

/**
 * One committed change as others follow it.
 *
 * @param seq its number, without a gap
 * @param at when it was committed, by our clock
 * @param by who caused it
 * @param written words as written
 * @param removed words removed
 */
public record Entry(
    long seq, Instant at, String by, List<Kept<? extends Word>> written, List<Gone> removed) {

  /** A word that is no more. */
  public record Gone(Class<? extends Word> kind, Id id) {}

  /** Copies the lists. */
  public Entry {
    written = List.copyOf(written);
    removed = List.copyOf(removed);
  }
}
