package org.escale.store.write;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.StoreException;

/** A change on its way to the writer and back. */
final class Task {
  private final Change change;
  private final Bodies bodies;
  private final CompletableFuture<CommitOutcome> answer = new CompletableFuture<>();
  private final AtomicBoolean taken = new AtomicBoolean();

  Task(Change change, Bodies bodies) {
    this.change = change;
    this.bodies = bodies;
  }

  Change change() {
    return change;
  }

  Bodies bodies() {
    return bodies;
  }

  /**
   * Whether the caller is the first to take it: the writer to do it, or the committer to give up.
   */
  boolean take() {
    return taken.compareAndSet(false, true);
  }

  /** Done once it was answered, or given up before it began. */
  CompletableFuture<?> end() {
    return answer.handle((outcome, why) -> true);
  }

  void answer(CommitOutcome outcome) {
    answer.complete(outcome);
  }

  void fail(RuntimeException why) {
    answer.completeExceptionally(why);
  }

  /**
   * Waits for what the writer says.
   *
   * @throws StoreException if that takes longer than {@code patience}
   */
  CommitOutcome await(Duration patience) {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      if (!take()) {
        throw new StoreException("the outcome is not known", e);
      }
      var nothing = new StoreException("the writer was busy; nothing happened", e);
      fail(nothing);
      throw nothing;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("interrupted; the outcome is not known", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StoreException why) {
        throw new StoreException(why.getMessage(), why);
      }
      throw new IllegalArgumentException(e.getCause().getMessage(), e.getCause());
    }
  }
}
