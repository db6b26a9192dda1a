package org.escale.tck.gateway;

import java.time.Duration;
import java.time.Instant;
import org.escale.access.AccessGrant;
import org.escale.access.GrantId;
import org.escale.client.Pseudonym;
import org.escale.federation.CentreId;
import org.escale.presence.VisitId;

/** Grants as a bench hands them to a gateway. */
public final class SampleGrants {
  private static final CentreId HERE = new CentreId("here");

  private SampleGrants() {}

  /** A grant at the centre {@code here}, for two hours. */
  static AccessGrant grant(Instant now, String id, long revision, String key) {
    return new AccessGrant(
        new GrantId(id),
        revision,
        new VisitId("v-" + id),
        new Pseudonym("p-" + id),
        HERE,
        7,
        key,
        now,
        now.plus(Duration.ofHours(2)),
        false);
  }

  /** The same, taken away. */
  static AccessGrant revoked(AccessGrant grant, long revision) {
    return revised(grant, revision, grant.until(), true);
  }

  /** The same, until another instant. */
  static AccessGrant until(AccessGrant grant, long revision, Instant until) {
    return revised(grant, revision, until, false);
  }

  /** The same, from another instant. */
  public static AccessGrant from(AccessGrant g, Instant from) {
    return new AccessGrant(
        g.id(),
        g.revision(),
        g.visit(),
        g.person(),
        g.centre(),
        g.segment(),
        g.key(),
        from,
        g.until(),
        g.revoked());
  }

  /** The same, at another centre. */
  static AccessGrant at(AccessGrant g, CentreId centre) {
    return new AccessGrant(
        g.id(),
        g.revision(),
        g.visit(),
        g.person(),
        centre,
        g.segment(),
        g.key(),
        g.from(),
        g.until(),
        g.revoked());
  }

  /** The same as the hub says it at that revision. */
  public static AccessGrant revised(AccessGrant g, long revision, Instant until, boolean revoked) {
    return new AccessGrant(
        g.id(),
        revision,
        g.visit(),
        g.person(),
        g.centre(),
        g.segment(),
        g.key(),
        g.from(),
        until,
        revoked);
  }
}
