package org.escale.security;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Lets at most two password hashes run at a time (64 MiB each) and at most 16 callers wait, 10 s
 * each: a storm of sign-ins can neither fill the memory nor take every thread of the doors.
 */
final class HashSlots {
  static final int AT_ONCE = 2;
  static final int WAITING = 16;
  private static final long PATIENCE_SECONDS = 10;

  private final Semaphore free = new Semaphore(AT_ONCE, true);
  private final AtomicInteger waiting = new AtomicInteger();

  /** Runs {@code work} in a slot; empty where none came free in time. */
  <T> Optional<T> within(Supplier<T> work) {
    if (!enter()) {
      return Optional.empty();
    }
    try {
      return Optional.of(work.get());
    } finally {
      free.release();
    }
  }

  private boolean enter() {
    if (free.tryAcquire()) {
      return true;
    }
    try {
      return waiting.incrementAndGet() <= WAITING
          && free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      waiting.decrementAndGet();
    }
  }
}
