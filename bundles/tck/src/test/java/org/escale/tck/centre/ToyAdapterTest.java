package org.escale.tck.centre;

/** A sound adapter keeps the rules of every adapter. */
public class ToyAdapterTest extends CentreAdapterContract {
  static CentreLab lab = ToyLab.checked(Fault.NONE);

  @Override
  protected CentreLab lab() {
    return lab;
  }
}
