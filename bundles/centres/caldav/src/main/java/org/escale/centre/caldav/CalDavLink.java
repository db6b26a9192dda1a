package org.escale.centre.caldav;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.escale.libraries.link.Greeting;
import org.escale.spi.centre.CentreDesk;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreFeed;
import org.escale.spi.centre.CentreLink;
import org.escale.spi.centre.ForeignPlace;
import org.escale.spi.centre.LinkHealth;
import org.escale.spi.centre.Probe;
import org.escale.spi.centre.SpaceRef;

/** One centre's server. */
final class CalDavLink implements CentreLink {
  private final Dav dav;
  private final CalDavFeed feed;
  private final CalDavDesk desk;
  private final CalDavProbe probe;

  CalDavLink(Dav dav, Reading reading, Clock clock) {
    this.dav = dav;
    var trust = new Trust();
    var window = new Window(dav, reading, trust);
    feed = new CalDavFeed(dav, window, clock);
    desk = new CalDavDesk(dav, reading, window, trust, clock);
    probe = new CalDavProbe(dav, window, trust);
  }

  @Override
  public Probe probe(SpaceRef space) throws CentreException {
    return probe.of(space);
  }

  @Override
  public Optional<List<ForeignPlace>> discover() throws CentreException {
    return Optional.of(new Discovery(dav, dav.patience()).calendars());
  }

  @Override
  public LinkHealth health() {
    return Greeting.health(dav::greet);
  }

  @Override
  public CentreFeed feed() {
    return feed;
  }

  @Override
  public Optional<CentreDesk> desk() {
    return Optional.of(desk);
  }

  @Override
  public void close() {
    // threads of the wire end by themselves, and nothing else was opened
  }
}
