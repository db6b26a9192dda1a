package org.escale.tck.centre;

/** A system that refuses overlaps earns the atomic mode. */
public class AtomicToyTruthTest extends CentreTruthContract {
  private final CentreLab lab = ToyLab.atomic();

  @Override
  protected CentreLab lab() {
    return lab;
  }
}
