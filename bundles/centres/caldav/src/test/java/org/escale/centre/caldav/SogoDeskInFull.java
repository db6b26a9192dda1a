package org.escale.centre.caldav;

import org.escale.tck.centre.CentreDeskContract;
import org.escale.tck.centre.CentreLab;

/** The rules of desks, against SOGo. */
public class SogoDeskInFull extends CentreDeskContract {

  @Override
  protected CentreLab lab() {
    return DavLab.of(Program.SOGO);
  }
}
