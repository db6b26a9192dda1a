package org.escale.centre.soap;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.escale.spi.centre.BusyPage;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreFeed;
import org.escale.spi.centre.ChangePage;
import org.escale.spi.centre.Cursor;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.Since;
import org.escale.spi.centre.SpaceRef;
import org.escale.word.TimeSlot;

/** The busy times that a centre's service tells. */
final class SoapFeed implements CentreFeed {
  private static final int LONGEST_CURSOR = 3000;

  private final Centre centre;
  private final Clock clock;

  SoapFeed(Centre centre, Clock clock) {
    this.centre = centre;
    this.clock = clock;
  }

  /** What the service gives beside the slot is left out: some take the end in. */
  @Override
  public BusyPage pull(SpaceRef space, TimeSlot slot) throws CentreException {
    var asOf = clock.instant();
    try {
      var entries = foreign(centre.ask(Message.pull(space, slot)));
      return new BusyPage(entries.stream().filter(e -> e.overlaps(slot)).toList(), asOf);
    } catch (LostException odd) {
      throw odd.trouble();
    }
  }

  @Override
  public ChangePage changes(SpaceRef space, Since since) throws CentreException {
    var asOf = clock.instant();
    try {
      var answer = centre.ask(Message.changes(space, since));
      if (answer.yes("reset")) {
        return ChangePage.reset(asOf);
      }
      var next = answer.text("next");
      if (next.isEmpty() || next.length() > LONGEST_CURSOR) {
        throw LostException.garbled("a cursor has not 1 to 3000 characters");
      }
      var more = answer.yes("more");
      return new ChangePage(foreign(answer), new Cursor(next), more, false, asOf);
    } catch (LostException odd) {
      throw odd.trouble();
    }
  }

  private static List<ForeignEntry> foreign(Answered answer) throws LostException {
    var all = new ArrayList<ForeignEntry>();
    answer.entries().forEach(entry -> all.add(entry.foreign()));
    return all;
  }
}
