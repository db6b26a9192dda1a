package org.escale.bench.availability;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.bench.load.ReadOnce;
import org.escale.caller.Caller;
import org.escale.core.booking.Agreements;
import org.escale.core.booking.FreeSpaces;
import org.escale.core.booking.NearestFree;
import org.escale.core.booking.PriceBook;
import org.escale.core.booking.Ties;
import org.escale.core.centres.Freshness;
import org.escale.core.centres.Supply;
import org.escale.core.centres.Systems;
import org.escale.core.clock.FederationMonths;
import org.escale.core.commits.Commits;
import org.escale.core.connectivity.BoxLines;
import org.escale.core.plugins.Gates;
import org.escale.core.plugins.PlugIns;
import org.escale.core.plugins.Quarantine;
import org.escale.core.plugins.Releases;
import org.escale.core.plugins.Rules;
import org.escale.core.rights.Meant;
import org.escale.core.rights.People;
import org.escale.core.rights.Purse;
import org.escale.core.rights.Spending;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.SpaceId;
import org.escale.federation.SpaceKind;
import org.escale.network.mobispot.Mobispot;
import org.escale.network.mobispot.MobispotBilling;
import org.escale.network.mobispot.MobispotVisits;
import org.escale.refusal.Outcome;
import org.escale.service.Search;
import org.escale.spi.store.Vault;
import org.escale.store.read.MemoryCalendar;
import org.escale.store.write.LineCalendar;
import org.escale.tck.store.MemoryStore;
import org.escale.terms.Rule;

/**
 * Escale's own search as it is wired in core, over the store's calendar, with a network's rules;
 * asked by nobody in particular, at list prices.
 */
final class InMemory implements Contestant {
  private final Snapshots snapshots;
  private final PlugIns plugIns;
  private final Search search;

  InMemory(Land land) {
    var clock = Clock.fixed(Land.START, ZoneOffset.UTC);
    var store = new MemoryStore(clock);
    snapshots = new Snapshots(store, new ReadOnce(land.words()));
    var commits = new Commits(store, snapshots);
    var quarantine = new Quarantine(Optional.empty());
    plugIns = new PlugIns(new Releases(commits, snapshots, clock), quarantine);
    List.<Rule<?>>of(new Mobispot(), new MobispotBilling(), new MobispotVisits())
        .forEach(rule -> plugIns.add(rule, "mobispot", "1"));
    var rules = new Rules(plugIns, snapshots);
    var calendar = new MemoryCalendar(calendar(land));
    var systems = new Systems(clock, snapshots, new NoVault(), new Gates(quarantine), quarantine);
    var agreements = new Agreements(new PriceBook(rules), plugIns, new Ties(rules));
    var supply = new Supply(calendar, systems, snapshots, new BoxLines(clock, snapshots));
    var months = new FederationMonths(ZoneOffset.UTC);
    search =
        new NearestFree(
            snapshots,
            new Meant(new People("home")),
            new Purse(store, new Spending(snapshots, store), months),
            new FreeSpaces(supply, agreements, new Freshness(systems, calendar, clock)),
            clock);
  }

  private static LineCalendar calendar(Land land) {
    var lines = new LineCalendar();
    for (int desk = 0; desk < land.centres() * land.desks(); desk++) {
      var line = new SpaceId(Land.desk(desk));
      land.bookings(desk).forEach(slot -> lines.take(line, new LineCalendar.Taken(slot, "b")));
    }
    return lines;
  }

  @Override
  public List<String> ask(Question question) {
    var wish =
        new Search.Wish(
            question.from(),
            question.slot(),
            Optional.of(SpaceKind.DESK),
            1,
            Set.of(),
            0,
            Optional.empty(),
            Question.LIMIT);
    var found = search.find(Caller.NOBODY, wish);
    if (!(found instanceof Outcome.Done<List<Search.Found>> done)) {
      throw new IllegalStateException(found.toString());
    }
    return done.value().stream().map(f -> f.space().id().value()).toList();
  }

  @Override
  public void close() {
    snapshots.close();
    plugIns.close();
  }

  /** No centre here keeps a system of its own. */
  private static final class NoVault implements Vault {
    @Override
    public String seal(String secret) {
      return secret;
    }

    @Override
    public String open(String sealed) {
      return sealed;
    }
  }
}
