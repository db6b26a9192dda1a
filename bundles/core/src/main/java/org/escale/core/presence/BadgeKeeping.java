package org.escale.core.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.escale.caller.Sight;
import org.escale.core.commits.Commits;
import org.escale.core.steward.Chore;
import org.escale.presence.UsedBadge;
import org.escale.spi.store.Change;
import org.escale.spi.store.Words;
import org.escale.spi.store.Write;
import org.escale.word.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Forgets used check-in codes once they would be too old anyway, hourly, a thousand at a time. */
@Component(service = Chore.class)
public final class BadgeKeeping implements Chore {
  private static final Duration LIFE = Badges.LIFE_OFFLINE.multipliedBy(2);
  private static final Duration EVERY = Duration.ofHours(1);
  private final Words words;
  private final Commits commits;
  private volatile Instant next = Instant.EPOCH;

  /** In that store. */
  @Activate
  public BadgeKeeping(@Reference Words words, @Reference Commits commits) {
    this.words = words;
    this.commits = commits;
  }

  @Override
  public Optional<Instant> due() {
    return Optional.of(next);
  }

  @Override
  public void run(Instant now) {
    var to = Optional.of(now.minus(LIFE));
    var old = new Query(Map.of(), Optional.of(Instant.EPOCH), to, 0, Query.MOST);
    for (var used : words.find(UsedBadge.class, old, Sight.PLATFORM).items()) {
      commits.commit(Change.of(new Write.Remove(UsedBadge.class, used.word().id())));
    }
    next = now.plus(EVERY);
  }
}
