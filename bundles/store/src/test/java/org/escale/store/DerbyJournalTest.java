package org.escale.store;

import org.escale.tck.store.JournalContract;
import org.escale.tck.store.MovedClock;
import org.escale.tck.store.StorePorts;

/** The store on Derby holds the contract. */
public final class DerbyJournalTest extends JournalContract {
  @Override
  protected StorePorts store() {
    return SharedStores.derby();
  }

  @Override
  protected MovedClock clock() {
    return SharedStores.CLOCK;
  }
}
