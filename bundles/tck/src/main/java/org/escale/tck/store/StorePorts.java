package org.escale.tck.store;

import org.escale.spi.store.Balances;
import org.escale.spi.store.Calendar;
import org.escale.spi.store.Journal;
import org.escale.spi.store.Outbox;
import org.escale.spi.store.Words;

/** The ports of one store, as the contract tests use them. */
public record StorePorts(
    Journal journal, Words words, Calendar calendar, Outbox outbox, Balances balances) {

  /** All ports are one object. */
  public static StorePorts of(MemoryStore store) {
    return new StorePorts(store, store, store, store, store);
  }
}
