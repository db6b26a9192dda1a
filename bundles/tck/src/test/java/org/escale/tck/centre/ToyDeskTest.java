package org.escale.tck.centre;

/** A sound desk keeps the rules of desks. */
public class ToyDeskTest extends CentreDeskContract {
  static CentreLab lab = ToyLab.checked(Fault.NONE);

  @Override
  protected CentreLab lab() {
    return lab;
  }
}
