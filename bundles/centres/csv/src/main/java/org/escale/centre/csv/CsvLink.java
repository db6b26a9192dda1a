package org.escale.centre.csv;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.federation.TruthMode;
import org.escale.libraries.link.Knock;
import org.escale.spi.centre.CentreDesk;
import org.escale.spi.centre.CentreEvents;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreFeed;
import org.escale.spi.centre.CentreLink;
import org.escale.spi.centre.ForeignPlace;
import org.escale.spi.centre.LinkHealth;
import org.escale.spi.centre.Probe;
import org.escale.spi.centre.SpaceRef;

/** One centre's files. */
final class CsvLink implements CentreLink {
  private static final String TRIAL = Shelf.OUT + ".escale-probe";

  private final Line line;
  private final Exchange exchange;
  private final CsvFeed feed;
  private final CsvDesk desk;
  private final Optional<CentreEvents> events;

  CsvLink(Line line, Exchange exchange, CsvFeed feed, CsvDesk desk, Optional<CentreEvents> events) {
    this.line = line;
    this.exchange = exchange;
    this.feed = feed;
    this.desk = desk;
    this.events = events;
  }

  /** A file cannot refuse, so that a person decides, or we do on what was ceded. */
  @Override
  public Probe probe(SpaceRef space) throws CentreException {
    var sheet =
        line.ask(
            shelf -> {
              var both = exchange.read(shelf, space);
              shelf.write(TRIAL, new byte[0]);
              shelf.write(TRIAL, new byte[0]);
              shelf.remove(TRIAL);
              return both.theirs();
            });
    var findings =
        Map.of(
            "read", sheet.rows().size() + " rows",
            "rejected", sheet.rejects().size() + " rows",
            "write", "as a whole");
    return new Probe(TruthMode.REQUEST, findings);
  }

  /** One space a file. */
  @Override
  public Optional<List<ForeignPlace>> discover() throws CentreException {
    return Optional.of(Exchange.spaces(line.ask(Shelf::names)));
  }

  @Override
  public LinkHealth health() {
    return Knock.health(
        () ->
            line.ask(
                shelf -> {
                  shelf.knock();
                  return true;
                }));
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
    return events;
  }

  @Override
  public void close() {
    line.close();
  }
}
