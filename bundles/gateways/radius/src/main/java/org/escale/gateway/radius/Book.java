package org.escale.gateway.radius;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.escale.access.AccessGrant;
import org.escale.access.GrantId;

/** The newest revision of each grant that was told or asked for; safe for many threads. */
final class Book {
  private final Map<GrantId, AccessGrant> newest = new ConcurrentHashMap<>();

  /** Keeps it, unless it knows better; what it knows now. */
  AccessGrant learn(AccessGrant grant) {
    return newest.merge(
        grant.id(), grant, (old, told) -> told.revision() > old.revision() ? told : old);
  }

  Optional<AccessGrant> of(GrantId id) {
    return Optional.ofNullable(newest.get(id));
  }

  /** Whether it is known that nobody may be in by it any longer. */
  boolean over(GrantId id, Instant now) {
    return of(id).filter(grant -> !grant.decide(now, grant.centre()).allowed()).isPresent();
  }

  /** Forgets what ended by itself, but not what is still alive. */
  void forget(Instant now, Set<GrantId> alive) {
    newest.values().removeIf(g -> !now.isBefore(g.until()) && !alive.contains(g.id()));
  }
}
