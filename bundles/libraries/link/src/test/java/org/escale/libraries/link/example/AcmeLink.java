package org.escale.libraries.link.example;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.federation.TruthMode;
import org.escale.libraries.link.Comparison;
import org.escale.libraries.link.Digest;
import org.escale.libraries.link.Knock;
import org.escale.libraries.link.Troubles;
import org.escale.libraries.link.Web;
import org.escale.spi.centre.BusyPage;
import org.escale.spi.centre.CentreDesk;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreFeed;
import org.escale.spi.centre.CentreLink;
import org.escale.spi.centre.ChangePage;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.LinkHealth;
import org.escale.spi.centre.Probe;
import org.escale.spi.centre.Since;
import org.escale.spi.centre.SpaceRef;
import org.escale.word.TimeSlot;

/**
 * One centre's Acme server. It lists a room's bookings, a line each: {@code name|from|to|title}.
 */
record AcmeLink(Web web, Clock clock) implements CentreLink, CentreFeed {

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
  public Probe probe(SpaceRef space) throws CentreException {
    read(space.value());
    return new Probe(TruthMode.REQUEST, Map.of("read", "yes", "write", "no"));
  }

  @Override
  public LinkHealth health() {
    return Knock.health(() -> read(""));
  }

  @Override
  public CentreFeed feed() {
    return this;
  }

  @Override
  public Optional<CentreDesk> desk() {
    return Optional.empty();
  }

  @Override
  public void close() {
    // threads of the wire end by themselves, and nothing else was opened
  }

  private List<ForeignEntry> entries(SpaceRef space, TimeSlot within) throws CentreException {
    var all = new ArrayList<ForeignEntry>();
    for (var line : read(space.value()).lines().toList()) {
      var entry = entry(line);
      if (entry.overlaps(within)) {
        all.add(entry);
      }
    }
    return all;
  }

  private static ForeignEntry entry(String line) throws CentreException {
    try {
      var cells = line.split("\\|", -1);
      var slot = new TimeSlot(Instant.parse(cells[1]), Instant.parse(cells[2]));
      var revision = Digest.name(slot.toString());
      return new ForeignEntry(
          Digest.name(cells[0]), revision, List.of(slot), false, Key.of(cells[0]));
    } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException odd) {
      throw Troubles.garbled("a line of the list is no booking");
    }
  }

  private String read(String path) throws CentreException {
    var border = web.border();
    var address = border.origin().resolve(path);
    if (!border.holds(address)) {
      throw Troubles.setting("the space is not a path of the server");
    }
    var reply = web.answer(web.ask("GET", address), web.patience());
    if (reply.status() != 200) {
      throw Troubles.of(reply.status());
    }
    return reply.body();
  }
}
