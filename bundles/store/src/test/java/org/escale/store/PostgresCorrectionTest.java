package org.escale.store;

import org.escale.tck.store.CorrectionContract;
import org.escale.tck.store.MovedClock;
import org.escale.tck.store.StorePorts;

/** Corrections that come after the invoice. */
public final class PostgresCorrectionTest extends CorrectionContract {
  @Override
  protected StorePorts store() {
    return SharedStores.postgres();
  }

  @Override
  protected MovedClock clock() {
    return SharedStores.CLOCK;
  }
}
