package org.escale.service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.escale.caller.Caller;
import org.escale.caller.Job;
import org.escale.caller.JobId;
import org.escale.refusal.Outcome;
import org.escale.word.Page;
import org.escale.word.Query;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Long work, away from the request that asked for it: two at a time, at most 20 wait. Whoever
 * started a job follows and cancels it; nobody else knows of it. Refusals: {@code NOT_ALLOWED,
 * NOT_FOUND}.
 */
@ProviderType
public interface Jobs {
  /** The work of a job. */
  @FunctionalInterface
  interface Work {
    /**
     * Does it on another thread. A refusal is why it failed as a whole; a {@link
     * java.util.concurrent.CancellationException} passed on says that nothing came of it.
     */
    Outcome<Made> run(Progress progress);
  }

  /**
   * What came of the work.
   *
   * @param result as JSON
   * @param refused rows that were not done
   * @param whole whether it came to its end, not to where it was called off
   */
  record Made(String result, List<Job.Row> refused, boolean whole) {
    /** Copies the list. */
    public Made {
      refused = List.copyOf(refused);
    }
  }

  /**
   * A job as it is now.
   *
   * @param percent 0 to 100
   * @param remaining how long it will take by what it took so far; empty while that says nothing
   * @param step what is being done now, where the work says so
   */
  record Seen(Job job, int percent, Optional<Duration> remaining, Optional<String> step) {
    /** Of work that does not say what it is at. */
    public Seen(Job job, int percent, Optional<Duration> remaining) {
      this(job, percent, remaining, Optional.empty());
    }
  }

  /**
   * Begins one, durably; {@code TOO_MANY_REQUESTS} while 20 wait. The caller's key is the same job.
   */
  Outcome<Seen> start(Caller caller, String kind, Work work);

  /** One job. */
  Outcome<Seen> get(Caller caller, JobId id);

  /** The caller's jobs. */
  Outcome<Page<Job>> list(Caller caller, Query query);

  /**
   * Calls a job off: one that waits at once, one at work where it next looks up; {@code
   * WRONG_STATE} where it is over.
   */
  Outcome<Seen> cancel(Caller caller, JobId id);
}
