package org.escale.centre.caldav;

import org.escale.tck.centre.CentreFeedContract;
import org.escale.tck.centre.CentreLab;

/** The rules of feeds, against SabreDAV. */
public class SabreDavFeedTest extends CentreFeedContract {

  @Override
  protected CentreLab lab() {
    return DavLab.of(Program.SABREDAV);
  }
}
