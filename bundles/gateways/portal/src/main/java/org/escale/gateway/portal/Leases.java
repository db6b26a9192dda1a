package org.escale.gateway.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.escale.access.AccessGrant;
import org.escale.access.GrantId;
import org.escale.federation.CentreId;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.escale.spi.gateway.LiveSession;

/**
 * The devices of one portal and the grants they pass under. A session is what its devices make
 * together: it starts with the first and stops with the last. All by the clock; safe for many
 * threads.
 */
final class Leases {
  /** So many devices of one person pass at a time. */
  static final int DEVICES = 3;

  /** How often a device that stays is reported alive. */
  static final Duration HEARTBEAT = Duration.ofSeconds(60);

  /** A box of level 3 has so long after the end of a lease to say what became of it. */
  static final Duration HEARSAY = Duration.ofSeconds(90);

  private static final Duration ENDING = Duration.ofSeconds(20);
  private static final Duration WORTH = Duration.ofSeconds(45);

  private final CentreId centre;
  private final Duration length;
  private final boolean agent;
  private final boolean told;
  private final Clock clock;
  private final Events events;
  private final Map<GrantId, AccessGrant> grants = new HashMap<>();
  private final Map<GrantId, Instant> reported = new HashMap<>();
  private final Map<String, Lease> byMac = new HashMap<>();
  private final Map<String, Handle> tickets = new HashMap<>();
  private final Set<String> missed = new HashSet<>();

  Leases(CentreId centre, PortalSettings settings, Clock clock, Events events) {
    this.centre = centre;
    this.length = settings.lease();
    this.agent = settings.agent();
    this.told = settings.box() == PortalSettings.Kind.OPENNDS_3;
    this.clock = clock;
    this.events = events;
  }

  /** Keeps the newest revision of a grant. */
  synchronized void learn(AccessGrant grant) {
    grants.merge(grant.id(), grant, (old, now) -> now.revision() > old.revision() ? now : old);
  }

  /** A device may pass from now on; empty if the grant does not allow it or has its devices. */
  synchronized Optional<Lease> open(GrantId grant, Arrival device) {
    pulse();
    var now = clock.instant();
    var others =
        byMac.values().stream()
            .filter(l -> l.grant().equals(grant) && !l.mac().equals(device.mac()))
            .count();
    if (!allows(grant) || others >= DEVICES || events.full()) {
      return Optional.empty();
    }
    var end = now.plus(told ? length(grant) : length);
    var known = Optional.ofNullable(byMac.get(device.mac())).filter(l -> l.grant().equals(grant));
    if (known.isEmpty()) {
      gone(device.mac(), now);
    }
    var lease =
        known
            .map(l -> l.until(end))
            .orElseGet(() -> fresh(new Handle(grant, device.mac()), device.ip(), now, end));
    byMac.put(device.mac(), lease);
    return Optional.of(lease);
  }

  /** The device was seen to pass, by the box (told at once) or by coming back to us through it. */
  synchronized void passes(String mac, boolean byTheBox) {
    var lease = byMac.get(mac);
    if (lease == null) {
      return;
    }
    var now = clock.instant();
    var grant = lease.grant();
    var seen = lease.seen(now, byTheBox);
    if (!live(grant)) {
      events.add(Kind.START, seen, now);
      reported.put(grant, now);
    } else if (allows(grant) && (news(grant, now) || seen.sighted() != lease.sighted())) {
      events.add(Kind.ALIVE, seen, now);
      reported.put(grant, now);
    }
    byMac.put(mac, seen);
  }

  private boolean news(GrantId grant, Instant now) {
    return !reported.getOrDefault(grant, now).plus(HEARTBEAT).isAfter(now);
  }

  /** The device passed before a restart: until the box says otherwise, or its lease is over. */
  synchronized void restore(Handle whose, String ip, Instant seen) {
    byMac.put(whose.mac(), fresh(whose, ip, seen, seen.plus(length)).seen(seen, true));
    reported.put(whose.grant(), seen);
  }

  /** The device passes no longer, since that instant. */
  synchronized void gone(String mac, Instant at) {
    var lease = byMac.remove(mac);
    if (lease != null && lease.live() && !live(lease.grant())) {
      var known = Optional.ofNullable(grants.get(lease.grant())).map(AccessGrant::until);
      events.add(Kind.STOP, lease, known.filter(at::isAfter).orElse(at));
      reported.remove(lease.grant());
    }
  }

  /**
   * The box told all that pass. Who came back to us may have done so after the box looked, so it is
   * missed twice before it is gone; with the agent since the box told of it last.
   */
  synchronized void looked(Set<String> present) {
    var absent =
        byMac.values().stream().filter(l -> l.live() && !present.contains(l.mac())).toList();
    missed.removeAll(present);
    for (var lease : absent) {
      if (lease.sighted() || !missed.add(lease.mac())) {
        missed.remove(lease.mac());
        gone(lease.mac(), agent ? lease.seen() : clock.instant());
      }
    }
  }

  /** Who once got that ticket, while its grant lasts: such a device needs no key again. */
  synchronized Optional<Handle> holder(String ticket) {
    return Optional.ofNullable(tickets.get(ticket)).filter(handle -> allows(handle.grant()));
  }

  /** Whether that grant lets anybody in now. */
  synchronized boolean allows(GrantId grant) {
    var known = grants.get(grant);
    return known != null && known.decide(clock.instant(), centre).allowed();
  }

  /** That grant, if it lets anybody in now. */
  synchronized Optional<AccessGrant> grant(GrantId id) {
    return Optional.ofNullable(grants.get(id)).filter(grant -> allows(id));
  }

  /** What is left of a grant's time. */
  synchronized Duration left(GrantId grant) {
    var known = grants.get(grant);
    return known == null ? Duration.ZERO : known.decide(clock.instant(), centre).remaining();
  }

  /**
   * For how long a box is told to let in under that grant: whole minutes, one at least, and no more
   * than the grant has, so that it ends in time without us.
   */
  synchronized Duration length(GrantId grant) {
    var left = Duration.ofMinutes(Math.max(1, left(grant).toMinutes()));
    return left.compareTo(length) < 0 ? left : length;
  }

  /** Whether there is enough of a grant left for another lease: 45 s. */
  synchronized boolean worthAnother(GrantId grant) {
    return left(grant).compareTo(WORTH) >= 0;
  }

  /** The box was told to let that device in for another while; how long. */
  synchronized Duration renew(Lease lease) {
    var length = length(lease.grant());
    byMac.computeIfPresent(lease.mac(), (mac, old) -> old.until(clock.instant().plus(length)));
    return length;
  }

  /**
   * Whether the box should be told another end of that lease: it is over within 20 s although the
   * grant is not, or it lasts over a minute longer than the grant.
   */
  synchronized boolean wantsAnotherEnd(Lease lease) {
    var until = clock.instant().plus(left(lease.grant()));
    var ending = lease.end().isBefore(clock.instant().plus(ENDING));
    return worthAnother(lease.grant())
        && (ending || lease.end().isAfter(until.plus(Duration.ofMinutes(1))));
  }

  synchronized Optional<Lease> find(Predicate<Lease> wanted) {
    return byMac.values().stream().filter(wanted).findFirst();
  }

  synchronized List<Lease> all() {
    return List.copyOf(byMac.values());
  }

  /** One for each grant with a device that passes. */
  synchronized List<LiveSession> live() {
    pulse();
    return Lease.sessions(byMac.values());
  }

  /**
   * Time has passed. The agent says itself who is gone; otherwise a device is gone when its lease
   * is over, for then the box has asked again.
   */
  synchronized void pulse() {
    var now = clock.instant();
    for (var lease : List.copyOf(byMac.values())) {
      var said = told && lease.live() ? lease.end().plus(HEARSAY) : lease.end();
      if (!now.isBefore(said) && !(agent && lease.live())) {
        gone(lease.mac(), lease.end());
      }
    }
    grants
        .values()
        .removeIf(
            g ->
                !now.isBefore(g.until())
                    && byMac.values().stream().noneMatch(l -> l.grant().equals(g.id())));
    tickets.values().removeIf(handle -> !grants.containsKey(handle.grant()));
  }

  private Lease fresh(Handle whose, String ip, Instant now, Instant end) {
    var ticket =
        tickets.entrySet().stream()
            .filter(known -> known.getValue().equals(whose))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseGet(Digests::chance);
    tickets.put(ticket, whose);
    return new Lease(whose.grant(), whose.mac(), ip, ticket, now, now, end, false, false);
  }

  private boolean live(GrantId grant) {
    return byMac.values().stream().anyMatch(l -> l.live() && l.grant().equals(grant));
  }
}
