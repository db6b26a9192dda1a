package org.escale.centre.caldav;

import org.escale.tck.centre.CentreLab;
import org.escale.tck.centre.CentreTruthContract;

/** What guarantee is earned, against Cyrus. */
public class CyrusTruthTest extends CentreTruthContract {

  @Override
  protected CentreLab lab() {
    return DavLab.of(Program.CYRUS);
  }
}
