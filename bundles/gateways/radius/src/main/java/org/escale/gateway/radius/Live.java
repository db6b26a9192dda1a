package org.escale.gateway.radius;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.escale.access.GrantId;

/**
 * The sessions that live, by their names and by their grants. One thread at a time changes it;
 * whether a grant is in use may be asked by any, without waiting.
 */
final class Live {
  private final Map<String, Tracked> byName = new HashMap<>();
  private final Map<GrantId, Set<String>> byGrant = new ConcurrentHashMap<>();

  /** Puts it in the place of the one of that name. */
  void put(Tracked session) {
    var before = byName.put(session.session(), session);
    if (before != null && !before.grant().equals(session.grant())) {
      forget(before);
    }
    if (before == null || !before.grant().equals(session.grant())) {
      byGrant.computeIfAbsent(session.grant(), none -> new HashSet<>(2)).add(session.session());
    }
  }

  void remove(Tracked session) {
    if (byName.remove(session.session()) != null) {
      forget(session);
    }
  }

  private void forget(Tracked session) {
    byGrant.computeIfPresent(
        session.grant(),
        (grant, names) -> {
          names.remove(session.session());
          return names.isEmpty() ? null : names;
        });
  }

  Optional<Tracked> of(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Those of a grant. */
  List<Tracked> of(GrantId grant) {
    return byGrant.getOrDefault(grant, Set.of()).stream().map(byName::get).toList();
  }

  boolean uses(GrantId grant) {
    return byGrant.containsKey(grant);
  }

  /** The grants in use. */
  Set<GrantId> grants() {
    return Set.copyOf(byGrant.keySet());
  }

  Collection<Tracked> all() {
    return Collections.unmodifiableCollection(byName.values());
  }
}
