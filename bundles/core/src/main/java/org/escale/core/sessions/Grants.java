package org.escale.core.sessions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.escale.access.AccessGrant;
import org.escale.access.GrantId;
import org.escale.access.Session;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.CentreId;
import org.escale.presence.Visit;
import org.escale.spi.store.Effect;
import org.escale.spi.store.Vault;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes sessions with their personal keys and answers the grant behind a presented key, from memory
 * alone. Safe for many threads.
 */
@Component(service = Grants.class)
public final class Grants {
  /** The kind of effect that tells the gateways of a centre. */
  public static final String GATEWAY = "gateway";

  private final Vault vault;
  private final Snapshots snapshots;
  private final PersonalKeys keys = new PersonalKeys();
  private final Map<GrantId, String> opened = new ConcurrentHashMap<>();
  private volatile Known known = new Known(new Object(), Map.of(), Map.of());

  private record Known(Object mark, Map<String, Session> byKey, Map<Whose, Session> byPerson) {}

  private record Whose(String person, CentreId centre) {}

  /** Seals keys with that vault. */
  @Activate
  public Grants(@Reference Vault vault, @Reference Snapshots snapshots) {
    this.vault = vault;
    this.snapshots = snapshots;
  }

  /** A session with a new key for the person of {@code visit}, until its absolute end. */
  public Session begin(Visit visit, int segment, Instant until) {
    return new Session(
        new GrantId(UUID.randomUUID().toString()),
        1,
        visit.id(),
        visit.guest(),
        visit.centre(),
        Session.State.PENDING,
        segment,
        vault.seal(keys.next()),
        visit.startedAt(),
        until,
        Optional.empty());
  }

  /** What tells the gateways that this session holds, or ends; once for each revision. */
  public static Effect tell(Session session) {
    return new Effect(
        "grant:" + session.id() + ":" + session.revision(),
        GATEWAY,
        session.id().value(),
        Map.of());
  }

  /** The key in clear, for its own person and for the gateways. */
  public String key(Session session) {
    return vault.open(session.sealedKey());
  }

  /** The grant as a gateway holds it. */
  public AccessGrant grant(Session session) {
    return new AccessGrant(
        session.id(),
        session.revision(),
        session.visit(),
        session.guest().person(),
        session.centre(),
        session.segment(),
        opened.computeIfAbsent(session.id(), id -> key(session)),
        session.from(),
        session.until(),
        revoked(session));
  }

  /** The grant behind a key that somebody presents; empty for keys that are none, or over. */
  public Optional<AccessGrant> behind(String presented) {
    return Optional.ofNullable(current().byKey().get(presented)).map(this::grant);
  }

  /** The grant of that person in that centre; one that is over only if there is no other. */
  Optional<AccessGrant> of(String person, CentreId centre) {
    return Optional.ofNullable(current().byPerson().get(new Whose(person, centre)))
        .map(this::grant);
  }

  /** Whether its right has been taken away. */
  public static boolean revoked(Session session) {
    return session.state() == Session.State.CUTTING || session.state() == Session.State.ENDED;
  }

  private Known current() {
    var snapshot = snapshots.now();
    var mark = snapshot.mark(Session.class);
    var before = known;
    if (before.mark() == mark) {
      return before;
    }
    List<Session> live = snapshot.all(Session.class);
    opened.keySet().retainAll(live.stream().map(Session::id).collect(Collectors.toSet()));
    var fresh =
        new Known(
            mark,
            live.stream().collect(Collectors.toMap(s -> grant(s).key(), Function.identity())),
            live.stream()
                .collect(
                    Collectors.toMap(
                        s -> new Whose(s.guest().person().value(), s.centre()),
                        Function.identity(),
                        (a, b) -> revoked(a) ? b : a)));
    known = fresh;
    return fresh;
  }
}
