package org.escale.centre.caldav;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;

/** Tries whether of several that write at once upon one change token exactly one does. */
final class CompareAndSet {
  private static final int AT_ONCE = 4;
  private static final int ROUNDS = 3;

  private CompareAndSet() {}

  static boolean holds(Trial trial) throws CentreException {
    if (writes(trial, Holding.NEVER_GIVEN) > 0) {
      return false;
    }
    for (int round = 0; round < ROUNDS; round++) {
      var token = trial.dav().token(trial.place(), trial.patience());
      if (token.isEmpty() || writes(trial, token.get()) != 1) {
        return false;
      }
    }
    return true;
  }

  /** How many were written. */
  private static long writes(Trial trial, String token) throws CentreException {
    var condition = "<" + trial.place().calendar().getRawPath() + "> (<" + token + ">)";
    var all = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < AT_ONCE; i++) {
      var event = CalDavProbe.event(trial.key());
      all.add(() -> trial.put(event, Map.of("If-None-Match", "*", "If", condition)));
    }
    var pool = Executors.newFixedThreadPool(AT_ONCE);
    try {
      return written(pool.invokeAll(all));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CentreException(Trouble.UNAVAILABLE, "interrupted");
    } finally {
      pool.shutdownNow();
    }
  }

  private static long written(List<Future<Integer>> answers)
      throws InterruptedException, CentreException {
    var written = 0;
    for (var answer : answers) {
      try {
        written += answer.get() < 300 ? 1 : 0;
      } catch (ExecutionException failed) {
        throw new CentreException(Trouble.UNAVAILABLE, "no answer while trying");
      }
    }
    return written;
  }
}
