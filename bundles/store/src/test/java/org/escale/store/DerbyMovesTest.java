package org.escale.store;

import org.escale.tck.store.MovedClock;
import org.escale.tck.store.MovesContract;
import org.escale.tck.store.StorePorts;

/** The store on Derby holds the contract. */
public final class DerbyMovesTest extends MovesContract {
  @Override
  protected StorePorts store() {
    return SharedStores.derby();
  }

  @Override
  protected MovedClock clock() {
    return SharedStores.CLOCK;
  }
}
