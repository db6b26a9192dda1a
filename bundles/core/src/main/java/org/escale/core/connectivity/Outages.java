package org.escale.core.connectivity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.escale.access.Outage;
import org.escale.caller.Sight;
import org.escale.core.commits.Commits;
import org.escale.federation.CentreId;
import org.escale.spi.store.Change;
import org.escale.spi.store.Words;
import org.escale.spi.store.Write;
import org.escale.word.Kept;
import org.escale.word.Query;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** When centres were not heard, kept in the store. Safe for many threads. */
@Component(service = Outages.class)
public final class Outages {
  /** One that began longer ago is not looked for, in days. */
  private static final Duration LONGEST = Duration.ofDays(400);

  private final Clock clock;
  private final Words words;
  private final Commits commits;

  /** In that store. */
  @Activate
  public Outages(@Reference Clock clock, @Reference Words words, @Reference Commits commits) {
    this.clock = clock;
    this.words = words;
    this.commits = commits;
  }

  /**
   * One begins; nothing where it is known.
   *
   * @throws org.escale.spi.store.StoreException if it cannot be kept
   */
  void began(CentreId centre, Instant from) {
    var fresh = new Outage(centre, from, java.util.Optional.empty());
    if (words.get(Outage.class, fresh.id(), Sight.PLATFORM).isEmpty()) {
      commits.commit(Change.of(new Write.Put(fresh, 0)));
    }
  }

  /** All of that centre are over. */
  void over(CentreId centre, Instant at) {
    for (var kept : open()) {
      if (kept.word().centre().equals(centre)) {
        commits.commit(Change.of(new Write.Put(kept.word().over(at), kept.revision())));
      }
    }
  }

  /** Those that go on. */
  List<Kept<Outage>> open() {
    return all(Query.where("state", "OPEN"));
  }

  /**
   * How long a centre was not heard in that month of that zone, until now.
   *
   * @throws org.escale.spi.store.StoreException if it cannot be read
   */
  public Duration in(CentreId centre, YearMonth month, ZoneId zone) {
    var start = month.atDay(1).atStartOfDay(zone).toInstant();
    var end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    var query = Query.where("centreId", centre.value()).between(start.minus(LONGEST), end);
    return all(query).stream()
        .map(kept -> kept.word().within(new TimeSlot(start, end), clock.instant()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** The same for the month that it is there. */
  public Duration thisMonth(CentreId centre, ZoneId zone) {
    return in(centre, YearMonth.from(clock.instant().atZone(zone)), zone);
  }

  private List<Kept<Outage>> all(Query query) {
    var page = words.find(Outage.class, query, Sight.PLATFORM);
    var all = new ArrayList<>(page.items());
    while (page.next().isPresent()) {
      page = words.find(Outage.class, query.after(page.next().getAsLong()), Sight.PLATFORM);
      all.addAll(page.items());
    }
    return all;
  }
}
