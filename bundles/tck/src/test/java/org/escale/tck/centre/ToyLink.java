package org.escale.tck.centre;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.federation.TruthMode;
import org.escale.spi.centre.BusyPage;
import org.escale.spi.centre.CentreDesk;
import org.escale.spi.centre.CentreEvents;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreFeed;
import org.escale.spi.centre.CentreLink;
import org.escale.spi.centre.ChangePage;
import org.escale.spi.centre.Cursor;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.LinkHealth;
import org.escale.spi.centre.Probe;
import org.escale.spi.centre.Since;
import org.escale.spi.centre.SpaceRef;
import org.escale.word.TimeSlot;

/** A toy system, read and asked, perhaps with one fault. */
final class ToyLink implements CentreLink, CentreFeed {
  private final ToyClient client;
  private final Fault fault;
  private final TruthMode claims;
  private final ToyDiary diary;

  ToyLink(ToyClient client, Fault fault, TruthMode claims, ToyDiary diary) {
    this.diary = diary;
    this.client = client;
    this.fault = fault;
    this.claims = claims;
  }

  @Override
  public Probe probe(SpaceRef space) throws CentreException {
    if (fault == Fault.PROBE_WRITES) {
      client.write(space.value() + "/probe", "*", Optional.of(ToyDesk.row(EVER, true, "probe")));
    }
    client.all(space.value());
    return new Probe(
        fault == Fault.OVERCLAIMS ? TruthMode.CENTRE_ATOMIC : claims, Map.of("list", "yes"));
  }

  private static final TimeSlot EVER =
      new TimeSlot(Instant.parse("2030-01-01T00:00:00Z"), Instant.parse("2030-01-02T00:00:00Z"));

  @Override
  public LinkHealth health() {
    try {
      client.all("health");
      return new LinkHealth(true, "it answers");
    } catch (CentreException silent) {
      return new LinkHealth(false, silent.getMessage());
    }
  }

  @Override
  public CentreFeed feed() {
    return this;
  }

  @Override
  public Optional<CentreDesk> desk() {
    return Optional.of(new ToyDesk(client, fault));
  }

  /** By way of the toy system, so that its line can be cut. */
  @Override
  public Optional<CentreEvents> events() {
    return Optional.of(diary.over(client));
  }

  @Override
  public BusyPage pull(SpaceRef space, TimeSlot slot) throws CentreException {
    var all = client.all(space.value()).stream().filter(e -> near(e, slot)).toList();
    return new BusyPage(all, Instant.EPOCH);
  }

  private boolean near(ForeignEntry entry, TimeSlot slot) {
    var wide = new TimeSlot(slot.from().minusSeconds(1), slot.to().plusSeconds(1));
    return entry.overlaps(fault == Fault.TOUCHING ? wide : slot);
  }

  @Override
  public ChangePage changes(SpaceRef space, Since since) throws CentreException {
    var cursor = since.cursor().map(Cursor::value).orElse("0");
    if (!cursor.matches("\\d+")) {
      if (fault != Fault.NO_RESET) {
        return ChangePage.reset(Instant.EPOCH);
      }
      cursor = "0";
    }
    var from = Long.parseLong(cursor);
    var later =
        client.all(space.value()).stream()
            .filter(e -> number(e) > from)
            .filter(e -> fault != Fault.FORGETS_GONE || !e.slots().isEmpty())
            .sorted(java.util.Comparator.comparingLong(ToyLink::number))
            .toList();
    var page = later.subList(0, Math.min(since.limit(), later.size()));
    var next = page.isEmpty() ? from : number(page.get(page.size() - 1));
    var more = page.size() < later.size();
    return new ChangePage(
        List.copyOf(page), new Cursor(String.valueOf(next)), more, false, Instant.EPOCH);
  }

  private static long number(ForeignEntry entry) {
    return Long.parseLong(entry.revision());
  }

  @Override
  public void close() {
    // each request has a connection of its own
  }
}
