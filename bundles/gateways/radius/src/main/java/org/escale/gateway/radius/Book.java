package org.escale.gateway.radius;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.escale.access.AccessGrant;
import org.escale.access.GrantId;

/**
 * The newest revision of each grant that was told or asked for, and which end its gear was told
 * when it let somebody in; safe for many threads.
 */
final class Book {
  private final Map<GrantId, AccessGrant> newest = new ConcurrentHashMap<>();
  private final Map<GrantId, Instant> ends = new ConcurrentHashMap<>();

  /** Keeps it, unless it knows better; what it knows now. */
  AccessGrant learn(AccessGrant grant) {
    return newest.merge(
        grant.id(), grant, (old, told) -> told.revision() > old.revision() ? told : old);
  }

  Optional<AccessGrant> of(GrantId id) {
    return Optional.ofNullable(newest.get(id));
  }

  /** The gear is told to let somebody in until then. */
  void lets(AccessGrant grant) {
    ends.put(grant.id(), grant.until());
  }

  /** The end that the gear was told last when it let somebody in; empty if it never did. */
  Optional<Instant> let(GrantId id) {
    return Optional.ofNullable(ends.get(id));
  }

  /** Whether it is known that nobody may be in by it any longer. */
  boolean over(GrantId id, Instant now) {
    return of(id).filter(grant -> !grant.decide(now, grant.centre()).allowed()).isPresent();
  }

  /** Forgets what ended by itself, but not what is still alive. */
  void forget(Instant now, Set<GrantId> alive) {
    newest.values().removeIf(g -> !now.isBefore(g.until()) && !alive.contains(g.id()));
    ends.keySet().retainAll(newest.keySet());
  }
}
