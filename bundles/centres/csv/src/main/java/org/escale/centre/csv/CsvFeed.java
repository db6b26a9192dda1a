package org.escale.centre.csv;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.escale.libraries.cells.Reject;
import org.escale.libraries.link.Comparison;
import org.escale.spi.centre.BusyPage;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreFeed;
import org.escale.spi.centre.ChangePage;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.Since;
import org.escale.spi.centre.SpaceRef;
import org.escale.word.TimeSlot;

/** The busy times in a centre's files. Rows that cannot be read are told to the centre. */
final class CsvFeed implements CentreFeed {
  private final Line line;
  private final Exchange exchange;
  private final Clock clock;
  private final Map<SpaceRef, List<Reject>> told = new ConcurrentHashMap<>();

  CsvFeed(Line line, Exchange exchange, Clock clock) {
    this.line = line;
    this.exchange = exchange;
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
    return line.ask(
        shelf -> {
          var both = exchange.read(shelf, space);
          tell(shelf, space, both.theirs().rejects());
          return both.standing().values().stream()
              .filter(row -> row.slot().overlaps(within))
              .map(Row::entry)
              .toList();
        });
  }

  /** Written when it changes, and once after a start; gone when all rows can be read. */
  private void tell(Shelf shelf, SpaceRef space, List<Reject> rejects)
      throws IOException, CentreException {
    if (rejects.equals(told.get(space))) {
      return;
    }
    var name = Exchange.rejectsName(space);
    if (rejects.isEmpty()) {
      shelf.remove(name);
    } else {
      shelf.write(name, Reject.file(rejects));
    }
    told.put(space, rejects);
  }
}
