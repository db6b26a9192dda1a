package org.escale.centre.caldav;

import org.escale.tck.centre.CentreDeskContract;
import org.escale.tck.centre.CentreLab;

/** The rules of desks, against Radicale. */
public class RadicaleDeskTest extends CentreDeskContract {

  @Override
  protected CentreLab lab() {
    return DavLab.of(Program.RADICALE);
  }
}
