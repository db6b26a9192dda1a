package org.escale.core.sessions;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.escale.access.GatewayId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens each gateway on a thread of its own, one opening at a time for each, and waits for it 200
 * ms at most: a gateway that is slow to open holds up nobody. Safe for many threads.
 */
final class Openings implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Openings.class);
  private static final Duration PROMPT = Duration.ofMillis(200);

  private final Set<GatewayId> begun = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool(Openings::thread);

  /** Begins it unless it is going on; whether it came to an end at once. */
  boolean begin(GatewayId id, Runnable opening) {
    if (!begun.add(id)) {
      return false;
    }
    var going =
        threads.submit(
            () -> {
              try {
                opening.run();
              } finally {
                begun.remove(id);
              }
            });
    try {
      going.get(PROMPT.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException slow) {
      LOG.info("gateway {} takes its time to open", id);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException failed) {
      LOG.warn("gateway {} does not open", id, failed.getCause());
    }
    return false;
  }

  /** Stops its threads. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "escale-gateway-opening");
    thread.setDaemon(true);
    return thread;
  }
}
