package org.escale.centre.caldav;

import java.time.Clock;
import org.escale.spi.centre.BusyPage;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreFeed;
import org.escale.spi.centre.ChangePage;
import org.escale.spi.centre.Since;
import org.escale.spi.centre.SpaceRef;
import org.escale.word.TimeSlot;

/** The busy times of a centre's calendars. */
final class CalDavFeed implements CentreFeed {
  private final Dav dav;
  private final Window window;
  private final Clock clock;

  CalDavFeed(Dav dav, Window window, Clock clock) {
    this.dav = dav;
    this.window = window;
    this.clock = clock;
  }

  @Override
  public BusyPage pull(SpaceRef space, TimeSlot slot) throws CentreException {
    var asOf = clock.instant();
    return new BusyPage(window.entries(dav.place(space), slot, dav.patience()), asOf);
  }

  /** By the server's own feed of changes where it has one, else by the ETags of all. */
  @Override
  public ChangePage changes(SpaceRef space, Since since) throws CentreException {
    var asOf = clock.instant();
    var round = new Round(dav, dav.place(space), since, dav.patience());
    var byToken = new TokenChanges(round, window, asOf);
    var page = dav.feedTrusted() ? byToken.page() : java.util.Optional.<ChangePage>empty();
    return page.isPresent() ? page.get() : new EtagChanges(round, window, asOf).page();
  }
}
