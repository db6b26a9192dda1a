package org.escale.core.feeds;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.escale.adapter.BusyFeed;
import org.escale.adapter.FeedId;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.caller.Sight;
import org.escale.core.commits.Commits;
import org.escale.core.commits.Draft;
import org.escale.core.secrets.Secret;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Centre;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Feeds;
import org.escale.spi.store.StoreException;
import org.escale.spi.store.Words;
import org.escale.word.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes, ends and reads the private addresses of spaces. */
@Component(service = Feeds.class)
public final class BusyFeeds implements Feeds {
  private static final Duration BACK = Duration.ofDays(1);
  private static final int LONGEST_NAME = 100;

  private final Clock clock;
  private final Snapshots snapshots;
  private final Commits commits;
  private final Words words;
  private final OwnTimes times;

  /** Keeps them there. */
  @Activate
  public BusyFeeds(
      @Reference Clock clock,
      @Reference Snapshots snapshots,
      @Reference Commits commits,
      @Reference Words words,
      @Reference OwnTimes times) {
    this.clock = clock;
    this.snapshots = snapshots;
    this.commits = commits;
    this.words = words;
    this.times = times;
  }

  @Override
  public Outcome<Opened> open(Caller caller, SpaceId id, String name) {
    if (!caller.may(Operation.FEED_WRITE)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    var secret = Secret.fresh();
    var feed =
        snapshots
            .now()
            .get(Space.class, id)
            .map(space -> feed(secret, space, name))
            .filter(caller.sight()::sees);
    if (feed.isEmpty()) {
      return Outcome.refused(RefusalCode.NOT_FOUND);
    }
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      return Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", "name"));
    }
    return commits
        .commit(caller, () -> room(id).map(yes -> Draft.of(feed.get(), 0)))
        .then(
            kept ->
                kept.word().id().equals(id(secret))
                    ? Outcome.done(new Opened(secret.text(), kept))
                    : Outcome.refused(RefusalCode.ALREADY_EXISTS));
  }

  @Override
  public Outcome<FeedId> close(Caller caller, FeedId id) {
    if (!caller.may(Operation.FEED_WRITE)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    try {
      return words.get(BusyFeed.class, id, caller.sight()).isEmpty()
          ? Outcome.refused(RefusalCode.NOT_FOUND)
          : commits.remove(caller, BusyFeed.class, id).map(gone -> id);
    } catch (StoreException away) {
      return Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }
  }

  @Override
  public Outcome<Optional<Times>> read(String secret) {
    try {
      var feed =
          Secret.presented(secret).flatMap(s -> words.get(BusyFeed.class, id(s), Sight.PLATFORM));
      return feed.isEmpty() ? Outcome.done(Optional.empty()) : read(feed.get().word());
    } catch (StoreException away) {
      return Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }
  }

  private Outcome<Optional<Times>> read(BusyFeed feed) {
    var busy = times.of(feed.space(), clock.instant().minus(BACK), LARGEST);
    return busy.size() > LARGEST
        ? Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE)
        : Outcome.done(Optional.of(new Times(feed, busy)));
  }

  private Outcome<Integer> room(SpaceId space) {
    var query = Query.where("spaceId", space.value());
    int there = words.find(BusyFeed.class, query, Sight.PLATFORM).items().size();
    return there < MOST
        ? Outcome.done(there)
        : Outcome.refused(
            Refusal.of(RefusalCode.TOO_MANY_REQUESTS, "limit", Integer.toString(MOST)));
  }

  /** An address is known by what is kept of its secret. */
  private static FeedId id(Secret secret) {
    return new FeedId(secret.digest());
  }

  private BusyFeed feed(Secret secret, Space space, String name) {
    var home = snapshots.now().get(Centre.class, space.centre()).flatMap(Centre::home);
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return new BusyFeed(id(secret), space.centre(), home, space.id(), name.strip(), now);
  }
}
