package org.escale.rest.client;

import java.util.Map;
import java.util.Optional;
import org.escale.client.MemberId;
import org.escale.rest.call.Call;
import org.escale.service.Clients;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds the pseudonym under which a member's bookings, visits and records are kept. */
@Component(service = People.class)
public final class People {
  private final Clients clients;

  /** With who knows the members. */
  @Activate
  public People(@Reference Clients clients) {
    this.clients = clients;
  }

  /** The filter of a list for its {@code memberId}, if the request has one. */
  public Map<String, String> filter(Call call) {
    return call.params()
        .id("memberId", MemberId::new)
        .map(id -> Call.done(clients.member(call.caller(), Optional.of(id))))
        .map(member -> Map.of("guest", member.pseudonym().value()))
        .orElse(Map.of());
  }
}
