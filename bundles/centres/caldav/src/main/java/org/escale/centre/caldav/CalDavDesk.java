package org.escale.centre.caldav;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.escale.libraries.icalendar.OwnEvent;
import org.escale.libraries.link.Answers;
import org.escale.spi.centre.CentreDesk;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.DeskAnswer;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.ForeignRef;
import org.escale.spi.centre.HoldRequest;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.SpaceRef;
import org.escale.word.TimeSlot;

/**
 * Asks for places in a centre's calendars. Each key has one place in the calendar, made from the
 * key alone, so that a second try finds the first, whoever restarted meanwhile.
 */
final class CalDavDesk implements CentreDesk {
  private static final Duration AROUND = Duration.ofDays(800);

  private final Dav dav;
  private final Reading reading;
  private final Holding holding;
  private final Changing changing;
  private final Clock clock;

  CalDavDesk(Dav dav, Reading reading, Window window, Trust trust, Clock clock) {
    this.dav = dav;
    this.reading = reading;
    this.clock = clock;
    holding = new Holding(dav, window, trust);
    changing = new Changing(dav);
  }

  @Override
  public DeskAnswer hold(HoldRequest request) {
    var uid = request.key().uid();
    var until = Answers.seconds(request.until());
    var event = new OwnEvent(uid, Answers.seconds(request.slot()), true, until, request.label());
    try {
      return holding.hold(request, dav.place(request.space()), event);
    } catch (CentreException none) {
      return Answers.of(none);
    }
  }

  @Override
  public DeskAnswer confirm(ForeignRef held) {
    try {
      return changing.confirm(held, dav.place(held.space()));
    } catch (CentreException none) {
      return Answers.of(none);
    }
  }

  @Override
  public DeskAnswer cancel(ForeignRef held) {
    try {
      return changing.cancel(held, dav.place(held.space()));
    } catch (CentreException none) {
      return Answers.of(none);
    }
  }

  @Override
  public Optional<ForeignEntry> lookup(SpaceRef space, Key key) throws CentreException {
    var entry = Entry.at(dav.place(space).entry(key), dav, dav.patience());
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    var own = entry.get().own();
    var now = clock.instant();
    var around = new TimeSlot(now.minus(AROUND), now.plus(AROUND));
    return Optional.of(reading.entry(entry.get().found(), own.map(OwnEvent::slot).orElse(around)));
  }
}
