package org.escale.store.write;

import java.util.ArrayDeque;
import java.util.Deque;

/** How to take back what was done in memory, latest first. Not for several threads. */
final class Undo {
  private final Deque<Runnable> steps = new ArrayDeque<>();

  /** Remembers how to take back what is done now. */
  void by(Runnable step) {
    steps.push(step);
  }

  /** A point to which {@link #backTo} can return. */
  int here() {
    return steps.size();
  }

  /** Takes back all that was done after {@code point}. */
  void backTo(int point) {
    while (steps.size() > point) {
      steps.pop().run();
    }
  }
}
