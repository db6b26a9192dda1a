package org.escale.centre.icalendar;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.escale.libraries.icalendar.BusyEntry;
import org.escale.libraries.icalendar.BusyTimes;
import org.escale.libraries.icalendar.UnreadableCalendarException;
import org.escale.libraries.link.Comparison;
import org.escale.libraries.link.Digest;
import org.escale.spi.centre.BusyPage;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;
import org.escale.spi.centre.CentreFeed;
import org.escale.spi.centre.ChangePage;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.Since;
import org.escale.spi.centre.SpaceRef;
import org.escale.word.TimeSlot;

/** The busy times of published calendars. */
final class IcalendarFeed implements CentreFeed {
  static final TimeSlot SOME_YEAR =
      new TimeSlot(Instant.parse("2027-01-01T00:00:00Z"), Instant.parse("2028-01-01T00:00:00Z"));

  private final Subscription subscription;
  private final ZoneId zone;
  private final Clock clock;

  IcalendarFeed(Subscription subscription, ZoneId zone, Clock clock) {
    this.subscription = subscription;
    this.zone = zone;
    this.clock = clock;
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

  private List<ForeignEntry> entries(SpaceRef space, TimeSlot within) throws CentreException {
    try {
      return BusyTimes.read(subscription.text(space), within, zone).stream()
          .filter(entry -> !entry.slots().isEmpty())
          .map(IcalendarFeed::foreign)
          .toList();
    } catch (UnreadableCalendarException odd) {
      var trouble = odd.flooding() ? Trouble.FLOODED : Trouble.GARBLED;
      throw new CentreException(trouble, odd.getMessage());
    }
  }

  private static ForeignEntry foreign(BusyEntry entry) {
    var revision = Digest.name(entry.slots() + " " + entry.tentative());
    return new ForeignEntry(
        Digest.name(entry.uid()), revision, entry.slots(), entry.tentative(), Key.of(entry.uid()));
  }
}
