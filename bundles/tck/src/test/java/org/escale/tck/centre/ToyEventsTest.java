package org.escale.tck.centre;

/** A sound diary keeps the rules of events. */
public class ToyEventsTest extends CentreEventsContract {
  static ToyLab lab = ToyLab.checked(Fault.NONE);

  @Override
  protected CentreLab lab() {
    return lab;
  }

  @Override
  protected EventStaff diary() {
    return lab.diary();
  }
}
