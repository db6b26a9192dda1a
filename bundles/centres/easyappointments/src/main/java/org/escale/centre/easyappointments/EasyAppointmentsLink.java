package org.escale.centre.easyappointments;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.federation.TruthMode;
import org.escale.libraries.link.Comparison;
import org.escale.libraries.link.Greeting;
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

/** One centre's Easy!Appointments. */
final class EasyAppointmentsLink implements CentreLink, CentreFeed {
  private final Rooms rooms;
  private final Clock clock;
  private final EasyAppointmentsDesk desk;

  EasyAppointmentsLink(Rooms rooms, Clock clock) {
    this.rooms = rooms;
    this.clock = clock;
    desk = new EasyAppointmentsDesk(rooms);
  }

  /** Lists, and does not write: Easy!Appointments mails about every appointment. */
  @Override
  public Probe probe(SpaceRef space) throws CentreException {
    var all = rooms.all(space, rooms.patience()).size();
    var findings = Map.of("read", all + " in all", "write", "not tried: it sends mails");
    return new Probe(TruthMode.CENTRE_CHECKED, findings);
  }

  @Override
  public Optional<List<ForeignPlace>> discover() throws CentreException {
    return Optional.of(rooms.listed());
  }

  @Override
  public LinkHealth health() {
    return Greeting.health(rooms::greet);
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
    // threads of the wire end by themselves, and nothing else was opened
  }

  private List<ForeignEntry> entries(SpaceRef space, TimeSlot slot) throws CentreException {
    return rooms.all(space, rooms.patience()).stream()
        .filter(each -> each.slot().overlaps(slot))
        .map(Appointment::entry)
        .toList();
  }
}
