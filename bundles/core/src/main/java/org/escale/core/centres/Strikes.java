package org.escale.core.centres;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How often each message failed. Where the system answers nobody, that is no fault of a message:
 * silence counts only if something else was answered since the message failed last. Forgotten with
 * a restart, so that all are tried again. Safe for many threads.
 */
final class Strikes {
  /** So many, and a message is set aside. */
  static final int MOST = 8;

  private record Count(int times, long answers) {}

  private final Map<String, Count> counts = new ConcurrentHashMap<>();
  private final AtomicLong answers = new AtomicLong();

  /** The system answered something. */
  void answered() {
    answers.incrementAndGet();
  }

  /** That message went well. */
  void forget(String message) {
    counts.remove(message);
  }

  /** That message failed; whether it did so often enough, after which it begins anew. */
  boolean out(String message, boolean silence) {
    var now = answers.get();
    var count = counts.getOrDefault(message, new Count(0, -1));
    var own = !silence || count.answers() != now;
    var next = new Count(count.times() + (own ? 1 : 0), now);
    counts.put(message, next);
    if (next.times() < MOST) {
      return false;
    }
    counts.remove(message);
    return true;
  }
}
