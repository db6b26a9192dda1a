package org.escale.gateway.portal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Our agent on the box says each second who passes, a line for each: {@code live MAC IP HANDLE}.
 * The answer says what to do: {@code cut MAC}, or {@code renew MAC MINUTES HANDLE}. Who passes
 * without our signature is cut. Asking again changes nothing.
 */
final class Agent {
  /** So many devices at one box. */
  static final int MOST_LINES = 1000;

  private static final int WORDS = 4;

  /** What the agent shows, so that the secret itself never travels. */
  static String bearer(String secret) {
    return Digests.sha256("box " + secret);
  }

  private record Sighting(Arrival device, Optional<Handle> handle) {}

  Say answer(PortalGateway gateway, Ask ask) {
    var settings = gateway.settings();
    if (!settings.agent() || !Digests.same(bearer(settings.secret()), ask.from().bearer())) {
      return Say.text(403, "");
    }
    if (ask.body().lines().count() > MOST_LINES) {
      return Say.text(413, "more than " + MOST_LINES + " devices\n");
    }
    var seen = ask.body().lines().map(l -> sighting(gateway, l)).toList();
    if (seen.contains(Optional.<Sighting>empty())) {
      return Say.text(400, "a line is: live MAC IP HANDLE\n");
    }
    gateway.link().heard();
    var orders = new ArrayList<String>();
    var present = new HashSet<String>();
    for (var sighting : seen) {
      present.add(sighting.get().device().mac());
      orders.addAll(orders(gateway, sighting.get()));
    }
    gateway.leases().looked(Set.copyOf(present));
    gateway.report();
    return Say.text(200, orders.isEmpty() ? "" : String.join("\n", orders) + "\n");
  }

  private static List<String> orders(PortalGateway gateway, Sighting sighting) {
    var leases = gateway.leases();
    var mac = sighting.device().mac();
    var allowed = sighting.handle().filter(handle -> leases.allows(handle.grant()));
    if (allowed.isEmpty() && leases.find(l -> fresh(leases, l, mac)).isPresent()) {
      return List.of(); // the list is from before its new key: the next one tells
    }
    if (allowed.isEmpty()) {
      // seen by the box: its next list without it proves the cut
      leases.find(l -> l.live() && l.mac().equals(mac)).ifPresent(l -> leases.passes(mac, true));
      return List.of("cut " + mac);
    }
    var grant = allowed.get().grant();
    var known = known(gateway, allowed.get());
    if (known.isEmpty() && leases.open(grant, sighting.device()).isEmpty()) {
      return List.of("cut " + mac);
    }
    leases.passes(mac, true);
    return known.filter(leases::wantsAnotherEnd).map(lease -> renew(gateway, lease)).stream()
        .toList();
  }

  private static boolean fresh(Leases leases, Lease lease, String mac) {
    return lease.mac().equals(mac) && !lease.sighted() && leases.allows(lease.grant());
  }

  private static String renew(PortalGateway gateway, Lease lease) {
    var handle = new Handle(lease.grant(), lease.mac());
    return "renew %s %d %s"
        .formatted(
            lease.mac(),
            gateway.leases().renew(lease).toMinutes(),
            handle.text(gateway.settings().secret()));
  }

  private static Optional<Lease> known(PortalGateway gateway, Handle handle) {
    return gateway
        .leases()
        .find(l -> l.mac().equals(handle.mac()) && l.grant().equals(handle.grant()));
  }

  private static Optional<Sighting> sighting(PortalGateway gateway, String line) {
    var words = line.split(" ", WORDS);
    if (words.length != WORDS || !words[0].equals("live")) {
      return Optional.empty();
    }
    return Macs.read(words[1])
        .map(
            mac ->
                new Sighting(
                    new Arrival(mac, words[2], ""),
                    Handle.read(words[3], mac, gateway.settings().secret())));
  }
}
