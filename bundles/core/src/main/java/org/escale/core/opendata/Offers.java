package org.escale.core.opendata;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.escale.core.centres.Freshness;
import org.escale.core.connectivity.BoxLines;
import org.escale.core.plugins.Rules;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.Affiliation;
import org.escale.federation.Centre;
import org.escale.federation.Published;
import org.escale.federation.PublishedId;
import org.escale.federation.Site;
import org.escale.federation.Space;
import org.escale.spi.store.Calendar;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What can be told to everybody now: what is offered, as a search by nobody would find it. */
@Component(service = Offers.class)
public final class Offers {
  private final Calendar calendar;
  private final Freshness freshness;
  private final Rules rules;
  private final BoxLines lines;

  /** By that calendar. */
  @Activate
  public Offers(
      @Reference Calendar calendar,
      @Reference Freshness freshness,
      @Reference Rules rules,
      @Reference BoxLines lines) {
    this.calendar = calendar;
    this.freshness = freshness;
    this.rules = rules;
    this.lines = lines;
  }

  /** All of it, from today on for so many days. */
  Map<PublishedId, Published> all(Snapshot snapshot, Instant now, int days) {
    var all = new HashMap<PublishedId, Published>();
    for (var centre : snapshot.all(Centre.class)) {
      var site = snapshot.get(Site.class, centre.site());
      if (site.isPresent() && offered(snapshot, centre)) {
        var open = open(centre, now, days);
        var ceded = lines.ceded(centre.id());
        for (var space : snapshot.where(Space.class, "centreId", centre.id())) {
          add(space(space, centre, site.get()), all);
          if (!ceded.contains(space.id())) {
            free(space, open, now).forEach(slot -> add(slot(space, slot), all));
          }
        }
      }
    }
    return all;
  }

  private boolean offered(Snapshot snapshot, Centre centre) {
    return snapshot.where(Affiliation.class, "centreId", centre.id()).stream()
        .filter(affiliation -> affiliation.state() == Affiliation.State.ACTIVE)
        .anyMatch(affiliation -> rules.speakFor(affiliation.network()));
  }

  private static List<TimeSlot> open(Centre centre, Instant now, int days) {
    var today = now.atZone(centre.hours().zone()).toLocalDate();
    return centre.online()
        ? IntStream.range(0, days)
            .mapToObj(today::plusDays)
            .flatMap(date -> centre.hours().on(date).stream())
            .toList()
        : List.of();
  }

  private Stream<TimeSlot> free(Space space, List<TimeSlot> open, Instant now) {
    if (open.isEmpty() || freshness.asOf(space, now).isEmpty()) {
      return Stream.empty();
    }
    var all = new TimeSlot(open.get(0).from(), open.get(open.size() - 1).to());
    var busy = calendar.busy(space.id(), all);
    return space.sold(open).stream()
        .flatMap(hours -> FreeTimes.in(hours, busy).stream())
        .filter(slot -> slot.to().isAfter(now));
  }

  private static Published space(Space space, Centre centre, Site site) {
    var id = Edition.id(space.id().value(), Optional.empty());
    var facts = Facts.of(space, centre, site);
    return new Published(id, space.id(), Optional.empty(), facts, Optional.empty());
  }

  private static Published slot(Space space, TimeSlot slot) {
    var id = Edition.id(space.id().value(), Optional.of(slot.from()));
    return new Published(id, space.id(), Optional.of(slot), "", Optional.empty());
  }

  private static void add(Published word, Map<PublishedId, Published> all) {
    all.put(word.id(), word);
  }
}
