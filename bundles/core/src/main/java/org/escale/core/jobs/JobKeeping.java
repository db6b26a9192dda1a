package org.escale.core.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.escale.caller.Job;
import org.escale.caller.Job.End;
import org.escale.caller.Job.State;
import org.escale.caller.Sight;
import org.escale.core.commits.Commits;
import org.escale.core.steward.Chore;
import org.escale.spi.store.Change;
import org.escale.spi.store.Words;
import org.escale.spi.store.Write;
import org.escale.word.Kept;
import org.escale.word.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says of jobs that a stop of the instance broke off that it did, and forgets them in time. */
@Component(service = Chore.class)
public final class JobKeeping implements Chore {
  static final Duration LIFE = Duration.ofDays(7);
  private static final Duration EVERY = Duration.ofHours(1);
  private final Clock clock;
  private final Words words;
  private final Commits commits;
  private final Courses courses;
  private volatile Instant next = Instant.EPOCH;

  /** Looks there. */
  @Activate
  public JobKeeping(
      @Reference Clock clock,
      @Reference Words words,
      @Reference Commits commits,
      @Reference Courses courses) {
    this.clock = clock;
    this.words = words;
    this.commits = commits;
    this.courses = courses;
  }

  @Override
  public Optional<Instant> due() {
    return Optional.of(next);
  }

  @Override
  public void run(Instant now) {
    for (var state : new State[] {State.WAITING, State.RUNNING}) {
      each(Query.where("state", state.name()), this::interrupted);
    }
    var old =
        new Query(
            Map.of(), Optional.of(Instant.EPOCH), Optional.of(now.minus(LIFE)), 0, Query.MOST);
    each(old, kept -> commits.commit(Change.of(new Write.Remove(Job.class, kept.word().id()))));
    next = now.plus(EVERY);
  }

  private void interrupted(Kept<Job> kept) {
    if (courses.of(kept.word().id()).isEmpty()) {
      var over = kept.word().ended(End.empty(State.INTERRUPTED), clock.instant());
      commits.commit(Change.of(new Write.Put(over, kept.revision())));
    }
  }

  /** The first thousand; the next come an hour later. */
  private void each(Query query, Consumer<Kept<Job>> what) {
    words.find(Job.class, query, Sight.PLATFORM).items().forEach(what);
  }
}
