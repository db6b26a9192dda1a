package org.escale.centre.caldav;

import org.escale.tck.centre.CentreLab;
import org.escale.tck.centre.CentreTruthContract;

/** What guarantee is earned, against SOGo. */
public class SogoTruthInFull extends CentreTruthContract {

  @Override
  protected CentreLab lab() {
    return DavLab.of(Program.SOGO);
  }
}
