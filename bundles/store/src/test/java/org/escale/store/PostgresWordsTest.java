package org.escale.store;

import org.escale.tck.store.MovedClock;
import org.escale.tck.store.StorePorts;
import org.escale.tck.store.WordsContract;

/** The store on PostgreSQL holds the contract. */
public final class PostgresWordsTest extends WordsContract {
  @Override
  protected StorePorts store() {
    return SharedStores.postgres();
  }

  @Override
  protected MovedClock clock() {
    return SharedStores.CLOCK;
  }
}
