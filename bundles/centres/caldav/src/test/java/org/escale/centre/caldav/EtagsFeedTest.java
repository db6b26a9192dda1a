package org.escale.centre.caldav;

import java.util.Map;
import org.escale.tck.centre.CentreFeedContract;
import org.escale.tck.centre.CentreLab;

/** The rules of feeds, where the server's own feed of changes is not used: by ETags alone. */
public class EtagsFeedTest extends CentreFeedContract {

  @Override
  protected CentreLab lab() {
    return DavLab.of(Program.RADICALE).with(Map.of(CalDavAdapter.CHANGES, "etags"));
  }
}
