package org.escale.rest;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.escale.caller.Caller;
import org.escale.caller.Job;
import org.escale.caller.JobId;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Jobs;
import org.escale.service.Progress;
import org.escale.word.Kept;
import org.escale.word.Page;
import org.escale.word.Query;

/** Jobs that are done as soon as somebody looks for the third time. */
final class ToyJobs implements Jobs {
  private final Map<JobId, Job> jobs = new ConcurrentHashMap<>();
  private final Map<JobId, Work> works = new ConcurrentHashMap<>();
  private final Map<JobId, Integer> looks = new ConcurrentHashMap<>();

  @Override
  public Outcome<Seen> start(Caller caller, String kind, Work work) {
    var id = new JobId("j-" + (jobs.size() + 1));
    jobs.put(id, Job.waiting(id, caller.who(), kind, Town.NINE));
    works.put(id, work);
    return Outcome.done(new Seen(jobs.get(id), 0, Optional.empty()));
  }

  @Override
  public Outcome<Seen> get(Caller caller, JobId id) {
    var job = jobs.get(id);
    if (job == null || !job.by().equals(caller.who())) {
      return Outcome.refused(RefusalCode.NOT_FOUND);
    }
    int look = looks.merge(id, 1, Integer::sum);
    if (job.state() == Job.State.WAITING && look > 2) {
      job = done(job, works.get(id).run(Progress.NONE));
      jobs.put(id, job);
    }
    return Outcome.done(new Seen(job, job.state().over() ? 100 : look * 20, Optional.empty()));
  }

  private static Job done(Job job, Outcome<Made> outcome) {
    return outcome instanceof Outcome.Done<Made> made
        ? job.ended(
            new Job.End(
                Job.State.DONE, made.value().result(), made.value().refused(), Optional.empty()),
            Town.NINE)
        : job.ended(
            new Job.End(
                Job.State.FAILED,
                "",
                java.util.List.of(),
                Optional.of(((Outcome.Refused<Made>) outcome).refusal())),
            Town.NINE);
  }

  @Override
  public Outcome<Page<Job>> list(Caller caller, Query query) {
    var own = jobs.values().stream().filter(job -> job.by().equals(caller.who()));
    return Outcome.done(
        new Page<>(own.map(job -> new Kept<>(job, 1, 1)).toList(), OptionalLong.empty()));
  }

  @Override
  public Outcome<Seen> cancel(Caller caller, JobId id) {
    return get(caller, id)
        .then(
            seen ->
                seen.job().state().over()
                    ? Outcome.refused(RefusalCode.WRONG_STATE)
                    : Outcome.done(calledOff(seen.job())));
  }

  private Seen calledOff(Job job) {
    var off = job.ended(Job.End.empty(Job.State.CANCELLED), Town.NINE);
    jobs.put(job.id(), off);
    return new Seen(off, 0, Optional.empty());
  }
}
