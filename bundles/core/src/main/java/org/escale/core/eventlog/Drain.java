package org.escale.core.eventlog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.escale.access.GrantId;
import org.escale.core.sessions.GatewayReports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells events to the database, those of one grant in their order and those of many at the same
 * time, so that one commit holds many. For one thread.
 */
final class Drain implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
  private static final int AT_ONCE = 16;
  private static final int TRIES = 8;
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(250);
  private static final int PATIENCE = 10;

  private final GatewayReports reports;
  private final BooleanSupplier going;
  private final ThreadPoolExecutor threads;

  /** Tells them there, again and again while {@code going}. */
  Drain(GatewayReports reports, BooleanSupplier going) {
    this.reports = reports;
    this.going = going;
    this.threads =
        new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            PATIENCE,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Drain::thread);
    threads.allowCoreThreadTimeOut(true);
  }

  /** What was not told: it ended meanwhile, or a fault of ours will not have it. */
  record Left(List<Noted> untold, List<Noted> aside) {}

  /** Tells those; again and again what the database would not take just now. */
  Left tell(List<Noted> events) {
    var left = new Left(new ArrayList<>(events), new ArrayList<>());
    for (int faults = 0; !left.untold().isEmpty() && going.getAsBoolean(); ) {
      var round = round(left.untold());
      left.untold().clear();
      round.forEach(end -> left.untold().addAll(end.rest()));
      if (round.stream().anyMatch(end -> !end.faults().isEmpty()) && ++faults == TRIES) {
        round.forEach(end -> left.aside().addAll(end.faults()));
        left.untold().removeAll(left.aside());
        faults = 0;
      }
      if (!left.untold().isEmpty()) {
        LockSupport.parkNanos(PAUSE);
      }
    }
    return left;
  }

  /** What a thread did not tell, and of it what a fault of ours would not have. */
  private record End(List<Noted> rest, List<Noted> faults) {}

  private List<End> round(List<Noted> events) {
    var shares = new TreeMap<Integer, List<Noted>>();
    for (var one : events) {
      int thread = Math.floorMod(one.event().grant().hashCode(), AT_ONCE);
      shares.computeIfAbsent(thread, none -> new ArrayList<>()).add(one);
    }
    var begun = shares.values().stream().map(some -> threads.submit(told(some))).toList();
    var ends = new ArrayList<End>();
    for (var one : begun) {
      try {
        ends.add(one.get());
      } catch (InterruptedException | ExecutionException never) {
        throw new IllegalStateException("nobody interrupts the drain", never);
      }
    }
    return ends;
  }

  /** What of a grant cannot be told holds up the rest of that grant, and nobody else. */
  private Callable<End> told(List<Noted> events) {
    return () -> {
      var end = new End(new ArrayList<>(), new ArrayList<>());
      var stuck = new HashSet<GrantId>();
      for (var one : events) {
        if (stuck.contains(one.event().grant()) || !told(one, end)) {
          stuck.add(one.event().grant());
          end.rest().add(one);
        }
      }
      return end;
    };
  }

  private boolean told(Noted one, End end) {
    try {
      reports.take(one.centre(), List.of(one.event()));
      return true;
    } catch (IOException away) {
      return false;
    } catch (RuntimeException fault) {
      LOG.error("an event of {} is refused", one.event().gateway(), fault);
      end.faults().add(one);
      return false;
    }
  }

  /** Ends its threads; none waits for more than the commit it is in. */
  @Override
  public void close() {
    threads.shutdown();
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "escale-events-told");
    thread.setDaemon(true);
    return thread;
  }
}
