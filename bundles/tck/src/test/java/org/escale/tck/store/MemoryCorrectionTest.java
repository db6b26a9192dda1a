package org.escale.tck.store;

/** The plainest store holds the contract. */
public final class MemoryCorrectionTest extends CorrectionContract {
  private final MovedClock clock = new MovedClock(Samples.MONDAY);
  private final StorePorts store = StorePorts.of(new MemoryStore(clock));

  @Override
  protected StorePorts store() {
    return store;
  }

  @Override
  protected MovedClock clock() {
    return clock;
  }
}
