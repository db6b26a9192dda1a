package org.escale.centre.caldav;

import org.escale.tck.centre.CentreDeskContract;
import org.escale.tck.centre.CentreLab;

/** The rules of desks, against Xandikos. */
public class XandikosDeskTest extends CentreDeskContract {

  @Override
  protected CentreLab lab() {
    return DavLab.of(Program.XANDIKOS);
  }
}
