package org.escale.centre.caldav;

import org.escale.tck.centre.CentreLab;
import org.escale.tck.centre.CentreTruthContract;

/** What guarantee is earned, against Xandikos. */
public class XandikosTruthTest extends CentreTruthContract {

  @Override
  protected CentreLab lab() {
    return DavLab.of(Program.XANDIKOS);
  }
}
