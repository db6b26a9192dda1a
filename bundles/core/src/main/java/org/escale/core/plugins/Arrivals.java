package org.escale.core.plugins;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Adapters that came, by the kind they said they are. Each is asked on a thread of its own; one
 * that does not say stays silent and is asked again later. Safe for many threads.
 *
 * @param <A> what comes and goes
 * @param <G> the same behind its gate
 */
public final class Arrivals<A, G> {
  private static final Duration PATIENCE = Duration.ofSeconds(6);
  private static final Duration A_MOMENT = Duration.ofMillis(20);

  private final Function<A, Optional<G>> asked;
  private final Function<G, String> kind;
  private final Runnable changed;
  private final Map<String, Known<A, G>> known = new ConcurrentHashMap<>();
  private final Set<A> silent = ConcurrentHashMap.newKeySet();
  private final Openings<A> asking = new Openings<>();

  private record Known<A, G>(A adapter, G behind) {}

  /** Nobody yet; {@code changed} is told on any thread whenever one has said what it is. */
  public Arrivals(Function<A, Optional<G>> asked, Function<G, String> kind, Runnable changed) {
    this.asked = asked;
    this.kind = kind;
    this.changed = changed;
  }

  /** One comes; waits 200 ms at most for what it says. */
  public void come(A adapter) {
    silent.add(adapter);
    ask(adapter);
  }

  /** One goes; empty if its kind is served by another, or nobody knew it. */
  public Optional<G> go(A adapter) {
    silent.remove(adapter);
    return List.copyOf(known.entrySet()).stream()
        .filter(e -> e.getValue().adapter() == adapter && known.remove(e.getKey(), e.getValue()))
        .map(e -> e.getValue().behind())
        .findFirst();
  }

  /** Asks those again that did not say what they are; whether any still does not. */
  public boolean askAgain() {
    silent.forEach(this::ask);
    return !silent.isEmpty();
  }

  /** The one of that kind, if it is here and has said so. */
  public Optional<G> of(String wanted) {
    return Optional.ofNullable(known.get(wanted)).map(Known::behind);
  }

  /** The same; while one that came is still being asked, waits for it for 6 seconds at most. */
  public Optional<G> awaited(String wanted) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (of(wanted).isEmpty() && asking.running() && System.nanoTime() < end) {
      LockSupport.parkNanos(A_MOMENT.toNanos());
    }
    return of(wanted);
  }

  /** All that said what they are, by kind. */
  public List<G> all() {
    return known.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getValue().behind())
        .toList();
  }

  /** Forgets all. */
  public void clear() {
    silent.clear();
    known.clear();
  }

  private void ask(A adapter) {
    asking.begin(
        adapter,
        () ->
            asked
                .apply(adapter)
                .filter(behind -> silent.remove(adapter))
                .ifPresent(
                    behind -> {
                      known.put(kind.apply(behind), new Known<>(adapter, behind));
                      changed.run();
                    }));
  }
}
