package org.escale.gateway.radius;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.escale.access.AccessGrant;
import org.escale.access.GrantId;

/**
 * The newest revision of each grant that was told or asked for, and which end its gear was told
 * when it let somebody in; safe for many threads.
 */
final class Book {
  private final Map<GrantId, Page> pages = new ConcurrentHashMap<>();
  private final NavigableSet<End> coming =
      new ConcurrentSkipListSet<>(
          Comparator.comparing(End::at).thenComparing(end -> end.grant().value()));
  private final Set<GrantId> suspects = ConcurrentHashMap.newKeySet();
  private final Set<GrantId> moved = ConcurrentHashMap.newKeySet();

  private record End(Instant at, GrantId grant) {}

  /** What is known of one grant: its newest revision, and by which one somebody was let in. */
  private static final class Page {
    private volatile AccessGrant newest;
    private volatile Let let;

    private Page(AccessGrant newest) {
      this.newest = newest;
    }

    private synchronized AccessGrant learn(AccessGrant told) {
      if (told.revision() > newest.revision()) {
        newest = told;
      }
      return newest;
    }
  }

  /** What gear is told when somebody is let in, but for the time that is left. */
  private static final class Let {
    private final AccessGrant grant;
    private final byte[] answer;

    private Let(AccessGrant grant, byte[] answer) {
      this.grant = grant;
      this.answer = answer;
    }
  }

  /** Keeps it, unless it knows better; what it knows now. */
  AccessGrant learn(AccessGrant grant) {
    var page = pages.get(grant.id());
    if (page != null && page.newest.revision() >= grant.revision()) {
      return page.newest;
    }
    var now = page(grant).learn(grant);
    coming.add(new End(now.until(), now.id()));
    moved.add(now.id());
    if (now.revoked()) {
      suspects.add(now.id());
    }
    return now;
  }

  /** Somebody may be in by it although it is over. */
  void suspect(GrantId grant) {
    suspects.add(grant);
  }

  /**
   * What is over and still in use. Looked for only where something came to its end, was taken away
   * or is suspected: not among all that live.
   */
  List<GrantId> suspects(Instant now, Predicate<GrantId> used) {
    for (var end = first(now); end.isPresent(); end = first(now)) {
      coming.remove(end.get());
      suspects.add(end.get().grant());
    }
    for (var grant : List.copyOf(suspects)) {
      if (!used.test(grant) || !over(grant, now)) {
        suspects.remove(grant);
        watch(grant, now, used); // it may have been taken away just now
      }
    }
    return List.copyOf(suspects);
  }

  /** Of which there is news since this was asked last. */
  List<GrantId> moved() {
    var news = List.copyOf(moved);
    news.forEach(moved::remove); // what comes from now on is told the next time
    return news;
  }

  private Optional<End> first(Instant now) {
    var iterator = coming.iterator();
    return iterator.hasNext()
        ? Optional.of(iterator.next()).filter(end -> !now.isBefore(end.at()))
        : Optional.empty();
  }

  private void watch(GrantId grant, Instant now, Predicate<GrantId> used) {
    if (!over(grant, now)) {
      of(grant).ifPresent(holds -> coming.add(new End(holds.until(), grant)));
    } else if (used.test(grant)) {
      suspects.add(grant);
    }
  }

  private Page page(AccessGrant grant) {
    var page = pages.get(grant.id()); // without a lock for what is known
    return page != null ? page : pages.computeIfAbsent(grant.id(), first -> new Page(grant));
  }

  Optional<AccessGrant> of(GrantId id) {
    return Optional.ofNullable(pages.get(id)).map(page -> page.newest);
  }

  /**
   * The gear is told to let somebody in by that grant, which it learned; what it is told, but for
   * the time that is left, is made once for each revision.
   */
  byte[] lets(AccessGrant grant, Function<AccessGrant, byte[]> answer) {
    var page = page(grant);
    var before = page.let;
    if (before != null && before.grant.equals(grant)) {
      return before.answer;
    }
    var fresh = answer.apply(grant);
    page.let = new Let(grant, fresh);
    return fresh;
  }

  /** The end that the gear was told last when it let somebody in; empty if it never did. */
  Optional<Instant> let(GrantId id) {
    return Optional.ofNullable(pages.get(id))
        .flatMap(page -> Optional.ofNullable(page.let))
        .map(let -> let.grant.until());
  }

  /** Whether it is known that nobody may be in by it any longer. */
  boolean over(GrantId id, Instant now) {
    return of(id).filter(grant -> !grant.decide(now, grant.centre()).allowed()).isPresent();
  }

  /** Forgets what ended by itself, but not what is still alive. */
  void forget(Instant now, Set<GrantId> alive) {
    pages.entrySet().removeIf(page -> over(page.getValue(), now) && !alive.contains(page.getKey()));
    coming.removeIf(end -> !pages.containsKey(end.grant()));
    moved.retainAll(pages.keySet());
  }

  private static boolean over(Page page, Instant now) {
    return !now.isBefore(page.newest.until());
  }
}
