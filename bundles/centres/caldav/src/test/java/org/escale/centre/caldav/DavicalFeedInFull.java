package org.escale.centre.caldav;

import org.escale.tck.centre.CentreFeedContract;
import org.escale.tck.centre.CentreLab;

/** The rules of feeds, against DAViCal. */
public class DavicalFeedInFull extends CentreFeedContract {

  @Override
  protected CentreLab lab() {
    return DavLab.of(Program.DAVICAL);
  }
}
