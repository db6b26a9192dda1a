package org.escale.core.jobs;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.escale.caller.JobId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The jobs of this process: two at work, 20 behind them. Safe for many threads. */
@Component(service = Courses.class)
public final class Courses implements AutoCloseable {
  static final int AT_WORK = 2;
  static final int WAITING = 20;
  private static final long PATIENCE_SECONDS = 10;
  private final Map<JobId, Course> live = new ConcurrentHashMap<>();
  private final Semaphore places = new Semaphore(AT_WORK + WAITING);
  private final ExecutorService pool;
  private volatile boolean closing;

  /** Opens it. */
  @Activate
  public Courses() {
    pool =
        Executors.newFixedThreadPool(
            AT_WORK,
            work -> {
              var thread = new Thread(work, "escale-job");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** A place for that job, if there is one; to be left by {@link #leave}. */
  Optional<Course> enter(JobId id) {
    if (closing || !places.tryAcquire()) {
      return Optional.empty();
    }
    var course = new Course(id);
    live.put(id, course);
    return Optional.of(course);
  }

  /** Does its work when those before it are done, then leaves. */
  void run(Course course, Runnable work) {
    pool.execute(
        () -> {
          try {
            course.begin();
            work.run();
          } finally {
            leave(course);
          }
        });
  }

  /** It is over here. */
  void leave(Course course) {
    if (live.remove(course.id(), course)) {
      places.release();
    }
  }

  /** How far that job is, if it is one of this process and not over. */
  Optional<Course> of(JobId id) {
    return Optional.ofNullable(live.get(id));
  }

  /** Whether all are being called off because this process stops. */
  boolean closing() {
    return closing;
  }

  /** Calls all off and waits a little; never by an interrupt, which a database takes badly. */
  @Override
  @Deactivate
  public void close() {
    closing = true;
    live.values().forEach(Course::callOff);
    pool.shutdown();
    try {
      pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
