package org.escale.gateway.radius;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.escale.access.GrantId;
import org.escale.spi.gateway.LiveSession;

/**
 * The sessions that live, by their names and by their grants; the one that was heard longest ago
 * first. One thread at a time changes it; whether a grant is in use may be asked by any, without
 * waiting.
 */
final class Live {
  private final Map<String, Tracked> byName = new LinkedHashMap<>();
  private final Map<GrantId, Set<String>> byGrant = new ConcurrentHashMap<>();
  private final boolean noting;
  private Set<String> news = new LinkedHashSet<>();

  /**
   * Nobody yet.
   *
   * @param noting whether somebody asks for {@link #news}
   */
  Live(boolean noting) {
    this.noting = noting;
  }

  /** It was heard just now; it takes the place of the one of that name. */
  void put(Tracked session) {
    var before = byName.remove(session.session());
    byName.put(session.session(), session);
    if (before != null && !before.grant().equals(session.grant())) {
      forget(before);
    }
    if (before == null || !before.grant().equals(session.grant())) {
      byGrant.computeIfAbsent(session.grant(), none -> new HashSet<>(2)).add(session.session());
      note(session);
    }
  }

  void remove(Tracked session) {
    if (byName.remove(session.session()) != null) {
      forget(session);
      note(session);
    }
  }

  private void note(Tracked session) {
    if (noting) {
      news.add(session.session());
    }
  }

  /** The names of those that began or ended since this was asked last. */
  Set<String> news() {
    var told = news;
    news = new LinkedHashSet<>();
    return told;
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

  /** The one that was heard longest ago. */
  Optional<Tracked> quietest() {
    return byName.values().stream().findFirst();
  }

  /** As the hub sees them: one for each grant. */
  Collection<LiveSession> sessions() {
    var sessions = new HashMap<GrantId, LiveSession>();
    for (var s : byName.values()) {
      sessions.merge(
          s.grant(),
          new LiveSession(s.grant(), s.since(), s.seen()),
          (a, b) -> a.lastSeen().isBefore(b.lastSeen()) ? b : a);
    }
    return sessions.values();
  }

  Collection<Tracked> all() {
    return Collections.unmodifiableCollection(byName.values());
  }
}
