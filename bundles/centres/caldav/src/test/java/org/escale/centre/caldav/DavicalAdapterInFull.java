package org.escale.centre.caldav;

import org.escale.tck.centre.CentreAdapterContract;
import org.escale.tck.centre.CentreLab;

/** The rules of every adapter, against DAViCal. */
public class DavicalAdapterInFull extends CentreAdapterContract {

  @Override
  protected CentreLab lab() {
    return DavLab.of(Program.DAVICAL);
  }
}
