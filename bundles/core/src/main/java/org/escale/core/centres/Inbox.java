package org.escale.core.centres;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.escale.adapter.AdapterId;
import org.escale.adapter.CentreEvent;
import org.escale.adapter.InstalledAdapter;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Adapters;
import org.escale.spi.store.StoreException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes what a centre's system sends by itself, in measure. Safe for many threads. */
@Component(service = Inbox.class)
public final class Inbox {
  private final Receipts receipts;
  private final Clock clock;
  private final Map<AdapterId, Minute> sent = new ConcurrentHashMap<>();

  private record Minute(long number, int times) {
    Minute again(long now) {
      return new Minute(now, number == now ? times + 1 : 1);
    }
  }

  /** Keeps it there. */
  @Activate
  public Inbox(@Reference Receipts receipts, @Reference Clock clock) {
    this.receipts = receipts;
    this.clock = clock;
  }

  /** How many of them were new; nothing is taken where one is refused. */
  Outcome<Integer> take(InstalledAdapter row, List<CentreEvent> events) {
    if (tooOften(row.id())) {
      return Outcome.refused(Refusal.of(RefusalCode.TOO_MANY_REQUESTS, "retryAfter", "60"));
    }
    if (events.isEmpty() || events.size() > Adapters.MOST_EVENTS) {
      return Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", "events"));
    }
    try {
      var reused = events.stream().filter(event -> receipts.reused(row, event)).findFirst();
      return reused
          .map(event -> Refusal.of(RefusalCode.KEY_REUSED, "key", event.key()))
          .<Outcome<Integer>>map(Outcome::refused)
          .orElseGet(() -> Outcome.done(fresh(row, events)));
    } catch (StoreException away) {
      return Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }
  }

  private int fresh(InstalledAdapter row, List<CentreEvent> events) {
    return (int) events.stream().filter(event -> receipts.take(row, event)).count();
  }

  private boolean tooOften(AdapterId id) {
    var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES).getEpochSecond();
    var first = new Minute(minute, 1);
    return sent.merge(id, first, (old, one) -> old.again(minute)).times() > Adapters.MOST_TOLD;
  }
}
