package org.escale.core.connectivity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.access.Outage;
import org.escale.access.Watched;
import org.escale.caller.Sight;
import org.escale.core.commits.Commits;
import org.escale.federation.CentreId;
import org.escale.spi.store.Change;
import org.escale.spi.store.Words;
import org.escale.spi.store.Write;
import org.escale.word.Kept;
import org.escale.word.Query;
import org.escale.word.TimeSlot;
import org.escale.word.Word;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * When lines of centres were watched, and were not heard, kept in the store. Safe for many threads.
 */
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
    var fresh = new Outage(centre, from, Optional.empty());
    commits.commit(Change.of(new Write.Put(fresh, 0)));
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
    return all(Outage.class, Query.where("state", "OPEN"), Sight.PLATFORM);
  }

  /** Its line is watched from now on; nothing where it is already. */
  void watch(CentreId centre, Instant from) {
    if (watched(centre).stream().allMatch(known -> known.to().isPresent())) {
      commits.commit(Change.of(new Write.Put(new Watched(centre, from, Optional.empty()), 0)));
    }
  }

  /** No line but those of these centres is watched any longer. */
  void watchOnly(Set<CentreId> centres, Instant at) {
    for (var kept : all(Watched.class, Query.where("state", "OPEN"), Sight.PLATFORM)) {
      if (!centres.contains(kept.word().centre())) {
        commits.commit(Change.of(new Write.Put(kept.word().over(at), kept.revision())));
      }
    }
  }

  /** When the line of that centre was watched. */
  List<Watched> watched(CentreId centre) {
    return words(all(Watched.class, Query.where("centreId", centre.value()), Sight.PLATFORM));
  }

  /** The outages of that centre that may reach into that time. */
  List<Outage> during(CentreId centre, TimeSlot time) {
    var query =
        Query.where("centreId", centre.value()).between(time.from().minus(LONGEST), time.to());
    return words(all(Outage.class, query, Sight.PLATFORM));
  }

  /** The outages that were not over before that instant, of those that may be seen. */
  List<Outage> since(Instant from, Sight sight) {
    var query = Query.all().between(from.minus(LONGEST), clock.instant().plusSeconds(1));
    return words(all(Outage.class, query, sight)).stream()
        .filter(outage -> outage.to().filter(to -> !to.isAfter(from)).isEmpty())
        .toList();
  }

  /**
   * How long a centre was not heard in that month of that zone, until now.
   *
   * @throws org.escale.spi.store.StoreException if it cannot be read
   */
  public Duration in(CentreId centre, YearMonth month, ZoneId zone) {
    var start = month.atDay(1).atStartOfDay(zone).toInstant();
    var end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    var whole = new TimeSlot(start, end);
    return during(centre, whole).stream()
        .map(outage -> outage.within(whole, clock.instant()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** The same for the month that it is there. */
  public Duration thisMonth(CentreId centre, ZoneId zone) {
    return in(centre, YearMonth.from(clock.instant().atZone(zone)), zone);
  }

  private static <W extends Word> List<W> words(List<Kept<W>> kept) {
    return kept.stream().map(Kept::word).toList();
  }

  private <W extends Word> List<Kept<W>> all(Class<W> kind, Query query, Sight sight) {
    var page = words.find(kind, query, sight);
    var all = new ArrayList<>(page.items());
    while (page.next().isPresent()) {
      page = words.find(kind, query.after(page.next().getAsLong()), sight);
      all.addAll(page.items());
    }
    return all;
  }
}
