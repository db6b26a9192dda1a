package org.escale.centre.caldav;

import org.escale.tck.centre.CentreLab;
import org.escale.tck.centre.CentreTruthContract;

/** What guarantee is earned, against DAViCal. */
public class DavicalTruthInFull extends CentreTruthContract {

  @Override
  protected CentreLab lab() {
    return DavLab.of(Program.DAVICAL);
  }
}
