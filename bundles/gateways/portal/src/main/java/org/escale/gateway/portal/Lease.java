package org.escale.gateway.portal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import org.escale.access.GrantId;
import org.escale.spi.gateway.LiveSession;

/**
 * One device that may pass, or soon will.
 *
 * @param ticket names this lease in addresses and in the device's cookie; says nothing
 * @param ip the device's address in the centre
 * @param end when the box stops letting it in without asking again
 * @param live whether it was seen to pass
 * @param sighted whether the box itself told of it
 */
record Lease(
    GrantId grant,
    String mac,
    String ip,
    String ticket,
    Instant since,
    Instant seen,
    Instant end,
    boolean live,
    boolean sighted) {

  /** The same, seen to pass. */
  Lease seen(Instant now, boolean byTheBox) {
    return new Lease(
        grant, mac, ip, ticket, live ? since : now, now, end, true, sighted || byTheBox);
  }

  /** The same until another instant. */
  Lease until(Instant other) {
    return new Lease(grant, mac, ip, ticket, since, seen, other, live, sighted);
  }

  /** What the devices that pass make together: one session for each grant. */
  static List<LiveSession> sessions(Collection<Lease> leases) {
    var sessions = new HashMap<GrantId, LiveSession>();
    for (var lease : leases) {
      if (lease.live()) {
        var session = new LiveSession(lease.grant(), lease.since(), lease.seen());
        sessions.merge(lease.grant(), session, Lease::both);
      }
    }
    return List.copyOf(sessions.values());
  }

  private static LiveSession both(LiveSession one, LiveSession other) {
    var since = one.since().isBefore(other.since()) ? one.since() : other.since();
    var seen = one.lastSeen().isAfter(other.lastSeen()) ? one.lastSeen() : other.lastSeen();
    return new LiveSession(one.grant(), since, seen);
  }
}
