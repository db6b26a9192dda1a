package org.escale.store;

import org.escale.tck.store.MoneyContract;
import org.escale.tck.store.MovedClock;
import org.escale.tck.store.StorePorts;

/** The store on PostgreSQL holds the contract. */
public final class PostgresMoneyTest extends MoneyContract {
  @Override
  protected StorePorts store() {
    return SharedStores.postgres();
  }

  @Override
  protected MovedClock clock() {
    return SharedStores.CLOCK;
  }
}
