package org.escale.store;

import org.escale.tck.store.CorrectionContract;
import org.escale.tck.store.MovedClock;
import org.escale.tck.store.StorePorts;

/** Corrections that come after the invoice. */
public final class DerbyCorrectionTest extends CorrectionContract {
  @Override
  protected StorePorts store() {
    return SharedStores.derby();
  }

  @Override
  protected MovedClock clock() {
    return SharedStores.CLOCK;
  }
}
