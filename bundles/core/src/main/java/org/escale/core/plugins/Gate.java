package org.escale.core.plugins;

import dev.failsafe.CircuitBreaker;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way to call a plug-in: on its own 2 threads with at most 256 calls waiting, for at most 2
 * seconds, marked while it runs, its answer checked. After 5 failures among 10 calls it is set
 * aside for 30 seconds. What goes wrong inside costs that call only (law E3). Safe for many
 * threads.
 */
final class Gate implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
  private static final int THREADS = 2;
  private static final int WAITING = 256;
  private static final int BAD = 5;
  private static final int OF = 10;

  private final String name;
  private final Duration limit;
  private final ThreadPoolExecutor pool;
  private final CircuitBreaker<Object> breaker;
  private final Quarantine quarantine;
  private final LongAdder calls = new LongAdder();
  private final LongAdder failures = new LongAdder();

  Gate(String name, Quarantine quarantine) {
    this(name, quarantine, Duration.ofSeconds(2), Duration.ofSeconds(30));
  }

  Gate(String name, Quarantine quarantine, Duration limit, Duration setAside) {
    this.name = name;
    this.quarantine = quarantine;
    this.limit = limit;
    this.pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            work -> thread(name, work));
    pool.allowCoreThreadTimeOut(true);
    this.breaker =
        CircuitBreaker.builder().withFailureThreshold(BAD, OF).withDelay(setAside).build();
  }

  /** Asks; the answer is there and sane, or the refusal says that the plug-in failed. */
  <T> Outcome<T> ask(Callable<T> question, Predicate<T> sane) {
    calls.increment();
    if (!breaker.tryAcquirePermit()) {
      return refused("set aside after failures");
    }
    try {
      return asked(pool.submit(quarantine.marked(name, question)), sane);
    } catch (RejectedExecutionException full) {
      return failed("too many calls wait");
    }
  }

  private <T> Outcome<T> asked(Future<T> answering, Predicate<T> sane) {
    try {
      T answer = answering.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (answer == null || !sane.test(answer)) {
        return failed("answered nothing sensible");
      }
      breaker.recordSuccess();
      return Outcome.done(answer);
    } catch (TimeoutException slow) {
      answering.cancel(true);
      return failed("took longer than " + limit.toMillis() + " ms");
    } catch (ExecutionException threw) {
      return failed("threw " + threw.getCause().getClass().getName());
    } catch (RuntimeException rubbish) {
      return failed("answered what cannot be read");
    } catch (InterruptedException stopped) {
      answering.cancel(true);
      Thread.currentThread().interrupt();
      breaker.recordSuccess();
      return refused("interrupted");
    }
  }

  String name() {
    return name;
  }

  long calls() {
    return calls.sum();
  }

  long failures() {
    return failures.sum();
  }

  boolean quarantined() {
    return breaker.isOpen();
  }

  /** Stops its threads. */
  @Override
  public void close() {
    pool.shutdownNow();
  }

  private <T> Outcome<T> failed(String why) {
    failures.increment();
    breaker.recordFailure();
    LOG.warn("plug-in {} {}", name, why);
    return refused(why);
  }

  private <T> Outcome<T> refused(String why) {
    return Outcome.refused(
        new Refusal(RefusalCode.RULE_MISSING, java.util.Map.of("rule", name, "because", why)));
  }

  private static Thread thread(String name, Runnable work) {
    var thread = new Thread(work, "escale-plug-in " + name);
    thread.setDaemon(true);
    return thread;
  }
}
