package org.escale.store;

import org.escale.tck.store.CalendarContract;
import org.escale.tck.store.MovedClock;
import org.escale.tck.store.StorePorts;

/** The store on Derby holds the contract. */
public final class DerbyCalendarTest extends CalendarContract {
  @Override
  protected StorePorts store() {
    return SharedStores.derby();
  }

  @Override
  protected MovedClock clock() {
    return SharedStores.CLOCK;
  }
}
