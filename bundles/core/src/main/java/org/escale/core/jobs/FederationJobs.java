package org.escale.core.jobs;

import java.time.Clock;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.escale.caller.Caller;
import org.escale.caller.Job;
import org.escale.caller.Job.End;
import org.escale.caller.Job.State;
import org.escale.caller.JobId;
import org.escale.caller.Operation;
import org.escale.caller.Sight;
import org.escale.core.commits.Commits;
import org.escale.core.commits.Draft;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Jobs;
import org.escale.spi.store.StoreException;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.escale.word.Page;
import org.escale.word.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Starts, shows and calls off jobs, each for the account that started it. Safe for many threads.
 */
@Component(service = Jobs.class)
public final class FederationJobs implements Jobs {
  private static final String RETRY_SECONDS = "30";
  private static final int WHOLE = 100;
  private final Clock clock;
  private final Words words;
  private final Commits commits;
  private final Courses courses;
  private final Labour labour;

  /** Kept there. */
  @Activate
  public FederationJobs(
      @Reference Clock clock,
      @Reference Words words,
      @Reference Commits commits,
      @Reference Courses courses,
      @Reference Labour labour) {
    this.clock = clock;
    this.words = words;
    this.commits = commits;
    this.courses = courses;
    this.labour = labour;
  }

  @Override
  public Outcome<Seen> start(Caller caller, String kind, Work work) {
    if (!caller.may(Operation.JOB_READ)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    var id = new JobId(UUID.randomUUID().toString());
    var course = courses.enter(id);
    if (course.isEmpty()) {
      return Outcome.refused(
          Refusal.of(RefusalCode.TOO_MANY_REQUESTS, "retryAfter", RETRY_SECONDS));
    }
    var job = Job.waiting(id, caller.who(), kind, clock.instant());
    var kept = commits.commit(caller, () -> Outcome.done(Draft.of(job, 0)));
    return begun(kept, course.get(), work);
  }

  /** The same key gave an earlier job: that is the answer, and this one never was. */
  private Outcome<Seen> begun(Outcome<Kept<Job>> kept, Course course, Work work) {
    if (kept instanceof Outcome.Done<Kept<Job>> done
        && done.value().word().id().equals(course.id())) {
      courses.run(course, () -> labour.perform(done.value(), course, work));
    } else {
      courses.leave(course);
    }
    return kept.map(job -> seen(job.word()));
  }

  @Override
  public Outcome<Seen> get(Caller caller, JobId id) {
    return reading(caller, () -> own(caller, id).map(kept -> seen(kept.word())));
  }

  @Override
  public Outcome<Page<Job>> list(Caller caller, Query query) {
    return reading(
        caller,
        () -> {
          var where = new HashMap<>(query.where());
          where.put("account", caller.who().value());
          var own = new Query(where, query.from(), query.to(), query.after(), query.limit());
          return Outcome.done(words.find(Job.class, own, Sight.PLATFORM));
        });
  }

  @Override
  public Outcome<Seen> cancel(Caller caller, JobId id) {
    return reading(
        caller,
        () ->
            own(caller, id)
                .then(
                    kept ->
                        switch (seen(kept.word()).job().state()) {
                          case WAITING -> calledOff(caller, kept);
                          case RUNNING -> callOff(kept.word());
                          default -> Outcome.refused(RefusalCode.WRONG_STATE);
                        }));
  }

  private Outcome<Seen> callOff(Job job) {
    courses.of(job.id()).ifPresent(Course::callOff);
    return Outcome.done(seen(job));
  }

  /** Whoever begins it first finds it changed, and lets it be. */
  private Outcome<Seen> calledOff(Caller caller, Kept<Job> waiting) {
    var off = waiting.word().ended(End.empty(State.CANCELLED), clock.instant());
    var draft = Draft.of(off, waiting.revision()).atAskedRevision();
    var kept = commits.commit(caller.further(), () -> Outcome.done(draft));
    return kept instanceof Outcome.Done<Kept<Job>> done
        ? Outcome.done(seen(done.value().word()))
        : callOff(waiting.word());
  }

  private Outcome<Kept<Job>> own(Caller caller, JobId id) {
    return words
        .get(Job.class, id, Sight.PLATFORM)
        .filter(kept -> kept.word().by().equals(caller.who()))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND));
  }

  /** One that is said to be at work, but not by this process, was interrupted. */
  private Seen seen(Job job) {
    if (job.state().over()) {
      return new Seen(job, job.state() == State.DONE ? WHOLE : 0, Optional.empty());
    }
    return courses
        .of(job.id())
        .map(course -> new Seen(job, course.percent(), course.remaining(), course.step()))
        .orElseGet(() -> new Seen(left(job), 0, Optional.empty()));
  }

  /** It may have ended between the two looks at it. */
  private Job left(Job job) {
    return words
        .get(Job.class, job.id(), Sight.PLATFORM)
        .map(Kept::word)
        .filter(now -> now.state().over())
        .orElseGet(() -> job.ended(End.empty(State.INTERRUPTED), clock.instant()));
  }

  private static <T> Outcome<T> reading(Caller caller, Supplier<Outcome<T>> read) {
    if (!caller.may(Operation.JOB_READ)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    try {
      return read.get();
    } catch (StoreException away) {
      return Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }
  }
}
