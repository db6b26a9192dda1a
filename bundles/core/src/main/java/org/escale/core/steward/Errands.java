package org.escale.core.steward;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Effects that were asked of somebody who answers in his own time, each under its key. Whoever is
 * silent costs nothing here but a place in memory. Safe for many threads.
 */
final class Errands {
  /** So long one that is out is not looked at; then its handler is asked whether to give up. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Map<String, Errand> errands = new HashMap<>();

  private record Errand(CompletableFuture<?> answer, Instant since) {}

  /** Whether it is out and nobody need look at it yet. */
  synchronized boolean isOut(String key, Instant now) {
    var errand = errands.get(key);
    return errand != null && now.isBefore(errand.since().plus(PATIENCE));
  }

  /** It is out from now on; whether that answer was not waited for already. */
  synchronized boolean send(String key, CompletableFuture<?> answer, Instant now) {
    var before = errands.put(key, new Errand(answer, now));
    return before == null || before.answer() != answer;
  }

  /** It is back with that answer, and all is written that comes of it. */
  synchronized void back(String key, CompletableFuture<?> answer) {
    var errand = errands.get(key);
    if (errand != null && errand.answer() == answer) {
      errands.remove(key);
    }
  }

  /** Nobody waits for its answer any more. */
  synchronized void forget(String key) {
    errands.remove(key);
  }

  /** How many are out. */
  synchronized int size() {
    return errands.size();
  }
}
