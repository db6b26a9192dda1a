package org.escale.gateway.portal;

import java.util.Map;
import java.util.Optional;

/**
 * The captive portal API of RFC 8908: whether this device may pass, until when, and where its owner
 * goes. A device is known by the ticket in the address, or by its own address where no box stands
 * between that changes it. Who passes at CoovaChilli only that knows, so we say nothing there.
 */
final class CaptiveApi {
  private static final String TYPE = "application/captive+json";

  Say answer(PortalGateway gateway, Ask ask) {
    if (gateway.settings().box() == PortalSettings.Kind.CHILLI) {
      return Say.text(404, "CoovaChilli answers this by itself.\n");
    }
    var base = gateway.settings().url() + "/portal/" + gateway.id();
    var passes = lease(gateway, ask).filter(l -> gateway.leases().allows(l.grant()));
    var state =
        passes
            .map(
                lease ->
                    "\"captive\":false,\"can-extend-session\":true,\"seconds-remaining\":"
                        + gateway.leases().left(lease.grant()).toSeconds())
            .orElse("\"captive\":true");
    var body =
        "{%s,\"user-portal-url\":\"%s/start\",\"venue-info-url\":\"%s/\"}"
            .formatted(state, base, gateway.settings().url());
    return new Say(200, TYPE, Map.of("Cache-Control", "private, no-store"), body);
  }

  private static Optional<Lease> lease(PortalGateway gateway, Ask ask) {
    var leases = gateway.leases();
    return ask.path().size() > 2
        ? leases.find(l -> l.live() && l.ticket().equals(ask.path().get(2)))
        : leases.find(l -> l.live() && l.ip().equals(ask.from().address()));
  }
}
