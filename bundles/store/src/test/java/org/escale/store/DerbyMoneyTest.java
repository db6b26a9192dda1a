package org.escale.store;

import org.escale.tck.store.MoneyContract;
import org.escale.tck.store.MovedClock;
import org.escale.tck.store.StorePorts;

/** The store on Derby holds the contract. */
public final class DerbyMoneyTest extends MoneyContract {
  @Override
  protected StorePorts store() {
    return SharedStores.derby();
  }

  @Override
  protected MovedClock clock() {
    return SharedStores.CLOCK;
  }
}
