package org.escale.store;

import org.escale.tck.store.MovedClock;
import org.escale.tck.store.StorePorts;
import org.escale.tck.store.WordsContract;

/** The store on Derby holds the contract. */
public final class DerbyWordsTest extends WordsContract {
  @Override
  protected StorePorts store() {
    return SharedStores.derby();
  }

  @Override
  protected MovedClock clock() {
    return SharedStores.CLOCK;
  }
}
