package org.escale.core.centres;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.escale.core.steward.EffectHandler.Again;

/**
 * The one thread on which a system is asked: one question after the other, 1000 waiting at most.
 * Each has a key and is there once, until it is answered on that thread; nobody else waits. One of
 * them may go before all that wait, but the others have as much of the time. Safe for many threads.
 */
final class SystemLine implements AutoCloseable {
  private static final int WAITING = 1000;

  private final ThreadPoolExecutor line;
  private final Map<String, CompletableFuture<Optional<Again>>> asked = new ConcurrentHashMap<>();
  private final AtomicReference<Runnable> first = new AtomicReference<>();

  /** Whether there is a place in line at which what is to go first is done at the latest. */
  private final AtomicBoolean last = new AtomicBoolean();

  private volatile long othersUntil = System.nanoTime();

  SystemLine(String name) {
    this.line =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING + 1),
            work -> {
              var thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Whether that is asked, and not answered yet. */
  boolean isAsked(String key) {
    return asked.containsKey(key);
  }

  boolean isClosed() {
    return line.isShutdown();
  }

  /** What comes of that question, asked now unless it is there; empty if too many wait. */
  Optional<CompletableFuture<Optional<Again>>> ask(String key, Supplier<Optional<Again>> work) {
    var fresh = new CompletableFuture<Optional<Again>>();
    var there = asked.putIfAbsent(key, fresh);
    if (there != null) {
      return Optional.of(there);
    }
    try {
      if (line.getQueue().size() >= WAITING) {
        throw new RejectedExecutionException("too many wait");
      }
      line.execute(() -> inTurn(key, fresh, work));
      return Optional.of(fresh);
    } catch (RejectedExecutionException full) {
      asked.remove(key, fresh);
      // who found it there meanwhile asks again
      fresh.cancel(false);
      return isClosed() ? Optional.of(fresh) : Optional.empty();
    }
  }

  /**
   * Asks that before all that wait, however many they are, unless one of these was asked just now:
   * then as late as that one took, or when nobody else waits. One at a time; whether it is new.
   */
  boolean askFirst(String key, Supplier<Optional<Again>> work) {
    var fresh = new CompletableFuture<Optional<Again>>();
    if (isClosed() || asked.putIfAbsent(key, fresh) != null) {
      return false;
    }
    first.set(() -> answer(key, fresh, work));
    try {
      if (last.compareAndSet(false, true)) {
        line.execute(this::atLast);
      }
      return true;
    } catch (RejectedExecutionException full) {
      last.set(false);
      first.set(null);
      asked.remove(key, fresh);
      return false;
    }
  }

  /** Has that done there, for whoever waits for it. */
  <T> Future<T> submit(Callable<T> question) {
    return line.submit(question);
  }

  /** Lets go of all that was not answered; whoever asked asks again. */
  @Override
  public void close() {
    line.shutdownNow();
    asked.values().forEach(unanswered -> unanswered.cancel(false));
    asked.clear();
  }

  private void inTurn(
      String key, CompletableFuture<Optional<Again>> answer, Supplier<Optional<Again>> work) {
    try {
      if (System.nanoTime() - othersUntil >= 0) {
        ahead();
      }
    } finally {
      answer(key, answer, work);
    }
  }

  private void atLast() {
    last.set(false);
    ahead();
  }

  private void ahead() {
    var waiting = first.getAndSet(null);
    if (waiting != null) {
      long begun = System.nanoTime();
      try {
        waiting.run();
      } finally {
        long now = System.nanoTime();
        othersUntil = now + now - begun;
      }
    }
  }

  private void answer(
      String key, CompletableFuture<Optional<Again>> answer, Supplier<Optional<Again>> work) {
    try {
      var again = work.get();
      asked.remove(key, answer);
      answer.complete(again);
    } catch (RuntimeException | Error bug) {
      asked.remove(key, answer);
      answer.completeExceptionally(bug);
      throw bug;
    }
  }
}
