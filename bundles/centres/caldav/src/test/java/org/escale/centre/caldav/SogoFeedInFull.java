package org.escale.centre.caldav;

import org.escale.tck.centre.CentreFeedContract;
import org.escale.tck.centre.CentreLab;

/** The rules of feeds, against SOGo. */
public class SogoFeedInFull extends CentreFeedContract {

  @Override
  protected CentreLab lab() {
    return DavLab.of(Program.SOGO);
  }
}
