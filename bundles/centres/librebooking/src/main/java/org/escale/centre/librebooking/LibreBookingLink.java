package org.escale.centre.librebooking;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.federation.TruthMode;
import org.escale.libraries.link.Comparison;
import org.escale.libraries.link.Knock;
import org.escale.spi.centre.BusyPage;
import org.escale.spi.centre.CentreDesk;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreFeed;
import org.escale.spi.centre.CentreLink;
import org.escale.spi.centre.ChangePage;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.ForeignPlace;
import org.escale.spi.centre.LinkHealth;
import org.escale.spi.centre.Probe;
import org.escale.spi.centre.Since;
import org.escale.spi.centre.SpaceRef;
import org.escale.word.TimeSlot;

/** One centre's LibreBooking. */
final class LibreBookingLink implements CentreLink, CentreFeed {
  private static final Duration WEEK = Duration.ofDays(7);

  private final Services services;
  private final Clock clock;
  private final LibreBookingDesk desk;

  LibreBookingLink(Services services, Clock clock) {
    this.services = services;
    this.clock = clock;
    desk = new LibreBookingDesk(services, clock);
  }

  /**
   * Lists, and does not write: LibreBooking mails about every booking. It was measured to refuse
   * what overlaps, but not when six ask at once.
   */
  @Override
  public Probe probe(SpaceRef space) throws CentreException {
    var now = clock.instant();
    var some = entries(space, new TimeSlot(now, now.plus(WEEK)));
    var findings = Map.of("read", some.size() + " in a week", "write", "not tried: it sends mails");
    return new Probe(TruthMode.CENTRE_CHECKED, findings);
  }

  @Override
  public Optional<List<ForeignPlace>> discover() throws CentreException {
    return Optional.of(Room.listed(services));
  }

  @Override
  public LinkHealth health() {
    return Knock.health(services::knock);
  }

  @Override
  public BusyPage pull(SpaceRef space, TimeSlot slot) throws CentreException {
    var asOf = clock.instant();
    return new BusyPage(entries(space, slot), asOf);
  }

  @Override
  public ChangePage changes(SpaceRef space, Since since) throws CentreException {
    var asOf = clock.instant();
    return Comparison.page(entries(space, since.within()), since, asOf);
  }

  @Override
  public CentreFeed feed() {
    return this;
  }

  @Override
  public Optional<CentreDesk> desk() {
    return Optional.of(desk);
  }

  @Override
  public void close() {
    // threads of the wire end by themselves; LibreBooking ends the session
  }

  private List<ForeignEntry> entries(SpaceRef space, TimeSlot slot) throws CentreException {
    return Room.of(services, space).during(slot).stream().map(Reservation::entry).toList();
  }
}
