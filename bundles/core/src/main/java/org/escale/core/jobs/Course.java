package org.escale.core.jobs;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.escale.caller.JobId;
import org.escale.service.Progress;

/** How far one job of this process is, and whether it was called off. Safe for many threads. */
final class Course implements Progress {
  private static final int WHOLE = 100;
  private final JobId id;
  private volatile int percent;
  private volatile long began;
  private volatile boolean calledOff;
  private volatile Optional<String> step = Optional.empty();

  Course(JobId id) {
    this.id = id;
  }

  JobId id() {
    return id;
  }

  /** It leaves those that wait. */
  void begin() {
    began = System.nanoTime();
  }

  @Override
  public void at(long done, long of) {
    if (calledOff) {
      throw new CancellationException();
    }
    percent = of <= 0 ? percent : (int) Math.max(0, Math.min(WHOLE, WHOLE * done / of));
  }

  @Override
  public void step(String what) {
    step = Optional.of(what);
  }

  /** What is being done now. */
  Optional<String> step() {
    return step;
  }

  void callOff() {
    calledOff = true;
  }

  boolean calledOff() {
    return calledOff;
  }

  int percent() {
    return percent;
  }

  /** By what it took so far; empty while nothing is done. */
  Optional<Duration> remaining() {
    int done = percent;
    if (done == 0 || began == 0) {
      return Optional.empty();
    }
    long took = System.nanoTime() - began;
    return Optional.of(Duration.ofSeconds(1 + took / done * (WHOLE - done) / 1_000_000_000L));
  }
}
