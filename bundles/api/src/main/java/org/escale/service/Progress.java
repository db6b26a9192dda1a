package org.escale.service;

/** Hears how far some long work is, and may call it off. For the one thread that does the work. */
@FunctionalInterface
public interface Progress {
  /** Nobody listens. */
  Progress NONE = (done, of) -> {};

  /**
   * So many parts of so many are done.
   *
   * @throws java.util.concurrent.CancellationException if the work is to end here, undone from here
   *     on
   */
  void at(long done, long of);

  /** What is being done now, by a short code; for those who look on. */
  default void step(String what) {
    // most work is told by its per cent alone
  }

  /** The progress of a part of the work, which goes from one per cent to another of the whole. */
  default Progress part(int from, int to) {
    return (done, of) -> at(from * of + (to - from) * done, 100 * Math.max(1, of));
  }
}
