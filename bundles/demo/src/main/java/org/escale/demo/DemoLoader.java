package org.escale.demo;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the demonstration federation once, through the same services as everybody. Each step leaves
 * alone what is there, so that a load that was cut short is gone on with, at the next attempt or
 * the next start.
 */
@Component(service = DemoLoader.class, immediate = true)
public final class DemoLoader {
  private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);
  private static final long RETRY_MS = 500;

  private final DemoPlaces places;
  private final DemoAffiliations affiliations;
  private final DemoClients clients;
  private final DemoAccounts accounts;
  private final DemoReadiness readiness;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "escale-demo"));
  private final ScheduledFuture<?> attempts;

  /** Begins at once, on a thread of its own. */
  @Activate
  public DemoLoader(
      @Reference DemoPlaces places,
      @Reference DemoAffiliations affiliations,
      @Reference DemoClients clients,
      @Reference DemoAccounts accounts,
      @Reference DemoReadiness readiness) {
    this.places = places;
    this.affiliations = affiliations;
    this.clients = clients;
    this.accounts = accounts;
    this.readiness = readiness;
    this.attempts =
        thread.scheduleWithFixedDelay(this::attempt, 0, RETRY_MS, TimeUnit.MILLISECONDS);
  }

  /** Stops between two steps. */
  @Deactivate
  public void stop() {
    attempts.cancel(true);
    thread.shutdownNow();
  }

  private void attempt() {
    try {
      if (!accounts.written()) {
        long began = System.nanoTime();
        places.load();
        affiliations.load();
        clients.load();
        accounts.load();
        long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        LOG.info("the demonstration federation was loaded in {} ms", ms);
      }
      readiness.stands();
      thread.shutdown();
    } catch (RuntimeException e) {
      if (!String.valueOf(e.getMessage()).equals(readiness.text())) {
        LOG.warn("the demonstration is not loaded yet: {}", e.getMessage());
      }
      readiness.waits(String.valueOf(e.getMessage()));
    }
  }
}
