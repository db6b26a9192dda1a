package org.escale.tck.centre;

/** A system that accepts overlaps earns the checked mode. */
public class ToyTruthTest extends CentreTruthContract {
  static CentreLab lab = ToyLab.checked(Fault.NONE);

  @Override
  protected CentreLab lab() {
    return lab;
  }
}
