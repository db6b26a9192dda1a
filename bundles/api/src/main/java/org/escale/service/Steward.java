package org.escale.service;

import org.osgi.annotation.versioning.ProviderType;

/** Runs what is due by the clock: expiries, no-shows, forgotten visits, effects, rating. */
@ProviderType
public interface Steward {
  /**
   * Runs all that is due now and returns when it has run; safe to call at any time, by any thread.
   */
  void runDue();
}
