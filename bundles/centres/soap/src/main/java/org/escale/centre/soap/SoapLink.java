package org.escale.centre.soap;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.escale.libraries.link.Knock;
import org.escale.spi.centre.CentreDesk;
import org.escale.spi.centre.CentreEvents;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreFeed;
import org.escale.spi.centre.CentreLink;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.LinkHealth;
import org.escale.spi.centre.Probe;
import org.escale.spi.centre.SpaceRef;

/** One centre's service. */
final class SoapLink implements CentreLink {
  private static final Message KNOCK =
      Message.lookup(new SpaceRef("escale-knock"), new Key("knock", "escale"));

  private final Centre centre;
  private final SoapFeed feed;
  private final SoapDesk desk;
  private final SoapEvents events;
  private final boolean tells;

  /** {@code tells} says whether what happens at the centre is asked and told. */
  SoapLink(Centre centre, Clock clock, boolean tells) {
    this.centre = centre;
    this.tells = tells;
    events = new SoapEvents(centre);
    feed = new SoapFeed(centre, clock);
    desk = new SoapDesk(centre);
  }

  @Override
  public Probe probe(SpaceRef space) throws CentreException {
    var probe = new SoapProbe(feed, desk, space).run();
    var findings = new LinkedHashMap<>(probe.findings());
    findings.put("events", events.served() ? "yes" : "no");
    return new Probe(probe.claims(), findings);
  }

  @Override
  public LinkHealth health() {
    return Knock.health(() -> centre.ask(KNOCK));
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
  public Optional<CentreEvents> events() {
    return Optional.of(events).filter(any -> tells).map(CentreEvents.class::cast);
  }

  @Override
  public void close() {
    centre.close();
  }
}
