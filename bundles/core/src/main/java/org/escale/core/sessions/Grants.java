package org.escale.core.sessions;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes sessions with their personal keys and answers the grant behind a presented key, from memory
 * alone. Safe for many threads.
 */
@Component(service = Grants.class)
public final class Grants {
  /** The kind of effect that tells the gateways of a centre. */
  public static final String GATEWAY = "gateway";

  private static final Logger LOG = LoggerFactory.getLogger(Grants.class);

  private final Vault vault;
  private final PersonalKeys keys = new PersonalKeys();
  private final LiveGrants live;

  /** Seals keys with that vault. */
  @Activate
  public Grants(@Reference Vault vault, @Reference Snapshots snapshots) {
    this.vault = vault;
    this.live = new LiveGrants(snapshots, this::clear);
  }

  /** A session with a new key for the person of {@code visit}, until its absolute end. */
  public Session begin(Visit visit, int segment, Instant until) {
    return begin(visit, segment, visit.startedAt(), until);
  }

  /** A session with a new key for the person of {@code visit}, from then on. */
  public Session begin(Visit visit, int segment, Instant from, Instant until) {
    return new Session(
        new GrantId(UUID.randomUUID().toString()),
        1,
        visit.id(),
        visit.guest(),
        visit.centre(),
        Session.State.PENDING,
        segment,
        vault.seal(keys.next()),
        from,
        until,
        Optional.empty(),
        Optional.empty());
  }

  /** The same session under the name and with the key that a box let its person in by. */
  public Session known(Session begun, GrantId id, String key) {
    return new Session(
        id,
        begun.revision(),
        begun.visit(),
        begun.guest(),
        begun.centre(),
        begun.state(),
        begun.segment(),
        vault.seal(key),
        begun.from(),
        begun.until(),
        begun.endedAt(),
        begun.cut());
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
    return grant(
        session, live.of(session.id()).map(AccessGrant::key).orElseGet(() -> key(session)));
  }

  static AccessGrant grant(Session session, String key) {
    return new AccessGrant(
        session.id(),
        session.revision(),
        session.visit(),
        session.guest().person(),
        session.centre(),
        session.segment(),
        key,
        session.from(),
        session.until(),
        revoked(session));
  }

  /** The grant behind a key that somebody presents; empty for keys that are none, or over. */
  public Optional<AccessGrant> behind(String presented) {
    return live.behind(presented);
  }

  /** The grant of that person in that centre; one that is over only if there is no other. */
  Optional<AccessGrant> of(String person, CentreId centre) {
    return live.of(person, centre);
  }

  /** Whether its right has been taken away. */
  public static boolean revoked(Session session) {
    return session.state() == Session.State.CUTTING || session.state() == Session.State.ENDED;
  }

  /** A row that was not encrypted here opens for nobody. */
  private Optional<String> clear(Session session) {
    try {
      return Optional.of(key(session));
    } catch (IllegalArgumentException foreign) {
      LOG.warn("session {} has a key that was not encrypted here", session.id());
      return Optional.empty();
    }
  }
}
