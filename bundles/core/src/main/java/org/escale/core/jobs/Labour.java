package org.escale.core.jobs;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.escale.caller.Job;
import org.escale.caller.Job.End;
import org.escale.caller.Job.State;
import org.escale.core.commits.Commits;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.refusal.UnavailableException;
import org.escale.service.Jobs.Made;
import org.escale.service.Jobs.Work;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome.Committed;
import org.escale.spi.store.StoreException;
import org.escale.spi.store.Write;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the work of a job and writes down what came of it. Safe for many threads. */
@Component(service = Labour.class)
public final class Labour {
  private static final Logger LOG = LoggerFactory.getLogger(Labour.class);
  private static final int TRIES = 60;
  private final Clock clock;
  private final Commits commits;
  private final Courses courses;

  /** Writes there. */
  @Activate
  public Labour(@Reference Clock clock, @Reference Commits commits, @Reference Courses courses) {
    this.clock = clock;
    this.commits = commits;
    this.courses = courses;
  }

  /** Does it, unless it was called off while it waited. */
  void perform(Kept<Job> waiting, Course course, Work work) {
    var running = new Kept<>(waiting.word().running(), waiting.revision() + 1, waiting.seq());
    if (courses.closing()) {
      write(new Kept<>(over(waiting.word(), State.INTERRUPTED), waiting.revision(), 0));
    } else if (write(new Kept<>(running.word(), waiting.revision(), 0))) {
      var end = end(running.word(), course, work);
      write(new Kept<>(running.word().ended(end, clock.instant()), running.revision(), 0));
    }
  }

  private Job over(Job job, State state) {
    return job.ended(End.empty(state), clock.instant());
  }

  private End end(Job job, Course course, Work work) {
    try {
      return end(work.run(course), course);
    } catch (CancellationException off) {
      return End.empty(off());
    } catch (UnavailableException away) {
      LOG.warn("job {} could not go on: {}", job.id(), away.getMessage());
      return failed(Refusal.of(RefusalCode.TEMPORARILY_UNAVAILABLE));
    } catch (RuntimeException bug) {
      LOG.error("job {} failed", job.id(), bug);
      return failed(Refusal.of(RefusalCode.TEMPORARILY_UNAVAILABLE));
    }
  }

  private End end(Outcome<Made> outcome, Course course) {
    if (outcome instanceof Outcome.Done<Made> done) {
      var made = done.value();
      var state = made.whole() || !course.calledOff() ? State.DONE : off();
      return new End(state, made.result(), made.refused(), Optional.empty());
    }
    return failed(((Outcome.Refused<Made>) outcome).refusal());
  }

  private State off() {
    return courses.closing() ? State.INTERRUPTED : State.CANCELLED;
  }

  private static End failed(Refusal why) {
    return new End(State.FAILED, "", List.of(), Optional.of(why));
  }

  /** Writes over that revision, a minute long if need be; false where it changed meanwhile. */
  private boolean write(Kept<Job> job) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      try {
        var change = Change.of(new Write.Put(job.word(), job.revision()));
        return commits.commit(change) instanceof Committed;
      } catch (StoreException away) {
        LOG.warn("job {} waits for the database: {}", job.word().id(), away.getMessage());
        if (courses.closing() || !rested()) {
          return false;
        }
      }
    }
    return false;
  }

  private static boolean rested() {
    try {
      TimeUnit.SECONDS.sleep(1);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
