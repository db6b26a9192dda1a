package org.escale.access;

import java.time.Duration;
import java.time.Instant;
import org.escale.client.Pseudonym;
import org.escale.federation.CentreId;
import org.escale.presence.VisitId;

/**
 * The right of one person to one private network session until an instant. Deciding needs nothing
 * but the grant, so that hub and box decide alike.
 *
 * @param revision grows with each change; a driver applies only what is newer
 * @param person whose it is; {@code person} also names the session at the gateway
 * @param segment the company's own channel in this centre (a VLAN number, 1 to 4094)
 * @param key the personal key; never logged, never used for another grant
 * @param until its absolute end
 * @param revoked whether it was ended before
 */
public record AccessGrant(
    GrantId id,
    long revision,
    VisitId visit,
    Pseudonym person,
    CentreId centre,
    int segment,
    String key,
    Instant from,
    Instant until,
    boolean revoked) {

  /** What a gateway may do for somebody who presents this grant's key. */
  public record Decision(boolean allowed, Duration remaining) {}

  /** Decides at {@code now} for a gateway of {@code at}; pure. */
  public Decision decide(Instant now, CentreId at) {
    var allowed = !revoked && at.equals(centre) && !now.isBefore(from) && now.isBefore(until);
    return new Decision(allowed, allowed ? Duration.between(now, until) : Duration.ZERO);
  }

  /** Without the key: what may stand in a log. */
  @Override
  public String toString() {
    return "grant " + id + " rev " + revision + (revoked ? " revoked" : "");
  }
}
