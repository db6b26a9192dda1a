package org.escale.store.write;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.escale.caller.RequestKey;
import org.escale.spi.store.StoreException;

/**
 * Commands with a key that are being written. Whoever repeats one is told what came of it, not that
 * its own booking stands in its way (law B3). Safe for many threads.
 */
final class Underway {
  private record Key(String producer, String operation, String key) {
    static Key of(String producer, RequestKey request) {
      return new Key(producer, request.operation(), request.key());
    }
  }

  private final Map<Key, CompletableFuture<?>> ends = new ConcurrentHashMap<>();

  /** Begins with a change, until its end is known or it is given up before it began. */
  void begin(Task task) {
    task.change()
        .once()
        .map(once -> Key.of(once.producer(), once.request()))
        .ifPresent(
            key -> {
              var all = ends.merge(key, task.end(), CompletableFuture::allOf);
              var unused = all.whenComplete((none, never) -> ends.remove(key, all));
            });
  }

  /**
   * Waits until nothing under that key is being written.
   *
   * @throws StoreException if that takes longer than {@code patience}
   */
  void await(String producer, RequestKey request, Duration patience) {
    var end = ends.get(Key.of(producer, request));
    if (end == null) {
      return;
    }
    try {
      end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new StoreException("the same is being written; the outcome is not known", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("interrupted; the outcome is not known", e);
    }
  }
}
