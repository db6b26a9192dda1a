package org.escale.core.sessions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.escale.access.AccessGrant;
import org.escale.access.GrantId;
import org.escale.access.Session;
import org.escale.core.snapshot.Snapshot;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.CentreId;
import org.escale.word.Entry;

/**
 * The grants of all sessions that are not over, made once for each revision, and found by name, by
 * key, and by person and centre. It follows the journal session by session, so that a change costs
 * the same among ten and among a million. Safe for many threads.
 */
final class LiveGrants {
  private final Function<Session, Optional<String>> key;
  private final Map<GrantId, AccessGrant> byId = new ConcurrentHashMap<>();
  private final Map<String, AccessGrant> byKey = new ConcurrentHashMap<>();
  private final Map<Whose, List<AccessGrant>> byPerson = new ConcurrentHashMap<>(); // never changed

  /**
   * Asked for each who wants to come in: written out, since a record's own takes ten times as long.
   */
  private record Whose(String person, CentreId centre) {
    @Override
    public int hashCode() {
      return 31 * person.hashCode() + centre.value().hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Whose whose
          && person.equals(whose.person)
          && centre.value().equals(whose.centre.value());
    }
  }

  /** By what {@code key} says of each session once; empty for sessions that nobody may use. */
  LiveGrants(Snapshots snapshots, Function<Session, Optional<String>> key) {
    this.key = key;
    synchronized (this) { // what is heard meanwhile waits
      snapshots.hear(this::hear).all(Session.class).forEach(this::take);
    }
  }

  /** The grant of that session. */
  Optional<AccessGrant> of(GrantId session) {
    return Optional.ofNullable(byId.get(session));
  }

  /** The grant behind that key. */
  Optional<AccessGrant> behind(String shown) {
    return Optional.ofNullable(byKey.get(shown));
  }

  /** The grant of that person in that centre; one that is revoked only if there is no other. */
  Optional<AccessGrant> of(String person, CentreId centre) {
    var theirs = byPerson.getOrDefault(new Whose(person, centre), List.of());
    for (var grant : theirs) {
      if (!grant.revoked()) {
        return Optional.of(grant);
      }
    }
    return theirs.isEmpty() ? Optional.empty() : Optional.of(theirs.get(0));
  }

  private synchronized void hear(Entry entry) {
    for (var kept : entry.written()) {
      if (kept.word() instanceof Session session) {
        if (Snapshot.holds(session)) {
          take(session);
        } else {
          drop(session.id());
        }
      }
    }
    for (var gone : entry.removed()) {
      if (gone.kind() == Session.class) {
        drop(gone.id());
      }
    }
  }

  private void take(Session session) {
    var before = of(session.id());
    if (before.filter(newer -> newer.revision() > session.revision()).isEmpty()) {
      before
          .map(AccessGrant::key)
          .or(() -> key.apply(session))
          .ifPresent(known -> put(Grants.grant(session, known)));
    }
  }

  private void put(AccessGrant grant) {
    byKey.put(grant.key(), grant);
    byPerson.merge(whose(grant), List.of(grant), (some, one) -> with(some, grant));
    byId.put(grant.id(), grant);
  }

  private void drop(Object id) {
    var grant = byId.remove(id);
    if (grant != null) {
      byKey.remove(grant.key());
      byPerson.computeIfPresent(
          whose(grant), (same, some) -> some.size() == 1 ? null : without(some, grant));
    }
  }

  private static Whose whose(AccessGrant grant) {
    return new Whose(grant.person().value(), grant.centre());
  }

  private static List<AccessGrant> with(List<AccessGrant> some, AccessGrant grant) {
    var all = new ArrayList<>(without(some, grant));
    all.add(grant);
    return List.copyOf(all);
  }

  private static List<AccessGrant> without(List<AccessGrant> some, AccessGrant grant) {
    return some.stream().filter(other -> !other.id().equals(grant.id())).toList();
  }
}
