package org.escale.core.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import org.escale.caller.Sight;
import org.escale.spi.store.StoreException;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.escale.word.Query;
import org.escale.word.Word;

/** Reads everything that a snapshot holds, two classes of words at a time. */
final class FirstReading {
  private static final int AT_ONCE = 2;

  private final Words words;

  FirstReading(Words words) {
    this.words = words;
  }

  /**
   * All of it, as of entry {@code head} or later.
   *
   * @throws StoreException if the store cannot be read
   */
  Snapshot read(long head) {
    var pool = Executors.newFixedThreadPool(AT_ONCE, task -> new Thread(task, "escale-first-read"));
    try {
      var coming = new HashMap<Class<? extends Word>, CompletableFuture<Shelf<?>>>();
      for (var kind : Holding.KEYS.keySet()) {
        coming.put(kind, CompletableFuture.supplyAsync(() -> shelf(kind), pool));
      }
      var shelves = new HashMap<Class<? extends Word>, Shelf<?>>();
      coming.forEach((kind, shelf) -> shelves.put(kind, shelf.join()));
      return Snapshot.of(head, shelves);
    } catch (CompletionException e) {
      throw new StoreException("the first reading failed", e.getCause());
    } finally {
      pool.shutdown(); // never by an interrupt, which an embedded database takes badly
    }
  }

  private <W extends Word> Shelf<W> shelf(Class<W> kind) {
    var all = new ArrayList<Kept<W>>();
    for (var query : Holding.queries(kind)) {
      collect(kind, query, all);
    }
    return Shelf.of(Holding.KEYS.get(kind), all);
  }

  private <W extends Word> void collect(Class<W> kind, Query query, List<Kept<W>> into) {
    var page = words.find(kind, query, Sight.PLATFORM);
    into.addAll(page.items());
    while (page.next().isPresent()) {
      page = words.find(kind, query.after(page.next().getAsLong()), Sight.PLATFORM);
      into.addAll(page.items());
    }
  }
}
