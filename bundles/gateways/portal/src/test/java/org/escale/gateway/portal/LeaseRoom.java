package org.escale.gateway.portal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.escale.access.AccessGrant;
import org.escale.access.GatewayId;
import org.escale.access.GrantId;
import org.escale.client.Pseudonym;
import org.escale.federation.CentreId;
import org.escale.presence.VisitId;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.escale.spi.gateway.GatewayException;
import org.escale.tck.HandClock;

/** The leases of one portal by a clock that is moved, and what they told. */
abstract class LeaseRoom {
  private static final CentreId HERE = new CentreId("here");
  static final Instant EIGHT = Instant.parse("2027-03-01T08:00:00Z");
  static final GrantId G = new GrantId("g");
  static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  final HandClock clock = new HandClock(EIGHT);
  final Events events = new Events(new GatewayId("gw"), clock);
  Leases leases = leases("opennds-1", false);

  /** The n-th device passes. */
  Lease passes(int n) {
    var lease = leases.open(G, device(n)).orElseThrow();
    leases.passes(mac(n), false);
    return lease;
  }

  /** The grant lasts so long from now on. */
  void lasts(Duration time) {
    learn("g", 1, clock.instant().plus(time), "here", false);
  }

  void learn(String id, long revision, Instant until, String centre, boolean revoked) {
    leases.learn(
        new AccessGrant(
            new GrantId(id),
            revision,
            new VisitId("v"),
            new Pseudonym("p"),
            new CentreId(centre),
            7,
            "key",
            EIGHT,
            until,
            revoked));
  }

  List<Kind> kinds() {
    return events.next().stream().map(GatewayEvent::kind).toList();
  }

  GatewayEvent last() {
    var all = events.next();
    return all.get(all.size() - 1);
  }

  Leases leases(String box, boolean agent) {
    var settings = new HashMap<>(Map.of("address", "b:1", "url", "https://hub"));
    settings.putAll(Map.of("secret", Site.SECRET, "box", box, "agent", "" + agent));
    try {
      return new Leases(HERE, PortalSettings.of(settings), clock, events);
    } catch (GatewayException e) {
      throw new IllegalStateException(e);
    }
  }

  static String mac(int n) {
    return "02:00:00:00:00:0" + n;
  }

  static Arrival device(int n) {
    return new Arrival(mac(n), "198.18.1." + n, "ab".repeat(32));
  }
}
