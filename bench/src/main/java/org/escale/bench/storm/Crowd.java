package org.escale.bench.storm;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/** Some of the clients, one after the other at random, by one thread. */
record Crowd(List<Client> clients, int own, int threads, BooleanSupplier raging)
    implements Callable<Void> {
  private static final long PAUSE_MILLIS = 50;

  /** Something that may stay without an answer. */
  @FunctionalInterface
  interface Act {
    void done() throws IOException, InterruptedException;
  }

  @Override
  public Void call() throws InterruptedException {
    var random = new Random(own);
    while (raging.getAsBoolean()) {
      tried(clients.get(random.nextInt(clients.size() / threads) * threads + own)::act);
    }
    return null;
  }

  /** Does it; where nobody answers it waits a little. */
  static void tried(Act act) throws InterruptedException {
    try {
      act.done();
    } catch (IOException unanswered) {
      Thread.sleep(PAUSE_MILLIS);
    }
  }
}
