package org.escale.centre.icalendar;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.escale.federation.TruthMode;
import org.escale.libraries.link.Greeting;
import org.escale.spi.centre.CentreDesk;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreFeed;
import org.escale.spi.centre.CentreLink;
import org.escale.spi.centre.LinkHealth;
import org.escale.spi.centre.Probe;
import org.escale.spi.centre.SpaceRef;

/** One centre's published calendars. */
final class IcalendarLink implements CentreLink {
  private final Subscription subscription;
  private final IcalendarFeed feed;

  IcalendarLink(Subscription subscription, ZoneId zone, Clock clock) {
    this.subscription = subscription;
    feed = new IcalendarFeed(subscription, zone, clock);
  }

  /** What can only be read leaves the decision to a person, or to what the centre cedes to us. */
  @Override
  public Probe probe(SpaceRef space) throws CentreException {
    feed.pull(space, IcalendarFeed.SOME_YEAR);
    return new Probe(TruthMode.REQUEST, Map.of("read", "yes", "write", "no"));
  }

  @Override
  public LinkHealth health() {
    return Greeting.health(subscription::greet);
  }

  @Override
  public CentreFeed feed() {
    return feed;
  }

  @Override
  public Optional<CentreDesk> desk() {
    return Optional.empty();
  }

  @Override
  public void close() {
    subscription.forget();
  }
}
