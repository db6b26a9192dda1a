package org.escale.rest.client;

import java.util.Map;
import java.util.Optional;
import org.escale.client.MemberId;
import org.escale.rest.call.Call;
import org.escale.service.Clients;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Knows members by the pseudonym under which their bookings, visits and records are kept. */
@Component(service = People.class, configurationPid = "org.escale.core")
public final class People {
  /** What the core is configured with. */
  public @interface Config {
    /** The name of this instance, which vouches for its members. */
    String instance() default "home";
  }

  private final Clients clients;
  private final String issuer;

  /** With who knows the members. */
  @Activate
  public People(@Reference Clients clients, Config config) {
    this(clients, config.instance());
  }

  /** With who knows the members of that instance. */
  public People(Clients clients, String issuer) {
    this.clients = clients;
    this.issuer = issuer;
  }

  /** The instance that vouches for members at home. */
  String issuer() {
    return issuer;
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
