package org.escale.centre.caldav;

import org.escale.tck.centre.CentreDeskContract;
import org.escale.tck.centre.CentreLab;

/** The rules of desks, against DAViCal. */
public class DavicalDeskInFull extends CentreDeskContract {

  @Override
  protected CentreLab lab() {
    return DavLab.of(Program.DAVICAL);
  }
}
