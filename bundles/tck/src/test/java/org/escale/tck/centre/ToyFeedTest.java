package org.escale.tck.centre;

/** A sound feed keeps the rules of feeds. */
public class ToyFeedTest extends CentreFeedContract {
  static CentreLab lab = ToyLab.checked(Fault.NONE);

  @Override
  protected CentreLab lab() {
    return lab;
  }
}
