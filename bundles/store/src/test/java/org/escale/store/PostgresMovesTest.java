package org.escale.store;

import org.escale.tck.store.MovedClock;
import org.escale.tck.store.MovesContract;
import org.escale.tck.store.StorePorts;

/** The store on PostgreSQL holds the contract. */
public final class PostgresMovesTest extends MovesContract {
  @Override
  protected StorePorts store() {
    return SharedStores.postgres();
  }

  @Override
  protected MovedClock clock() {
    return SharedStores.CLOCK;
  }
}
