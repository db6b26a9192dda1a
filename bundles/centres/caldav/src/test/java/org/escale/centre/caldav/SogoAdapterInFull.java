package org.escale.centre.caldav;

import org.escale.tck.centre.CentreAdapterContract;
import org.escale.tck.centre.CentreLab;

/** The rules of every adapter, against SOGo. */
public class SogoAdapterInFull extends CentreAdapterContract {

  @Override
  protected CentreLab lab() {
    return DavLab.of(Program.SOGO);
  }
}
