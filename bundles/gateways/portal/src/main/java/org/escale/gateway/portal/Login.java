package org.escale.gateway.portal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.access.AccessGrant;

/** What a person sees: the page for the key, and what comes after. Safe for many threads. */
final class Login {
  private static final Set<String> PASSES = Set.of("success", "already");

  private final Pages pages;

  Login(Pages pages) {
    this.pages = pages;
  }

  /** Somebody comes, usually because the box sent the device here. */
  Say come(PortalGateway gateway, Ask ask) {
    var view = pages.view(gateway, ask);
    if ("authenticated".equals(ask.query().get("status"))
        || PASSES.contains(ask.query().getOrDefault("res", ""))) {
      return view.online(left(ask));
    }
    var device = box(gateway).arrival(ask.query());
    if (device.isEmpty()) {
      return view.lost();
    }
    return renewed(gateway, ask, device.get())
        .orElseGet(() -> view.login("failed".equals(ask.query().get("res")) ? "refused" : ""));
  }

  /** Somebody gives a key. */
  Say key(PortalGateway gateway, Ask ask) {
    var view = pages.view(gateway, ask);
    var device = box(gateway).arrival(ask.query());
    if (device.isEmpty()) {
      return view.lost();
    }
    var mac = device.get().mac();
    if (!gateway.tries().open(mac)) {
      return view.login("slow");
    }
    var typed = ask.form().getOrDefault("key", "").strip();
    var grant =
        typed.isEmpty() || typed.length() > Keys.LONGEST
            ? Optional.<AccessGrant>empty()
            : gateway.behind(typed);
    if (grant.isEmpty()) {
      gateway.tries().missed(mac);
      return view.login("wrong");
    }
    return enter(gateway, ask, device.get(), grant.get()).orElseGet(() -> view.login("devices"));
  }

  /**
   * A device comes back from the box, which let it in; at level 3 the box may still be to do so.
   */
  Say in(PortalGateway gateway, Ask ask) {
    var ticket = ask.path().size() > 2 ? ask.path().get(2) : "";
    var view = pages.view(gateway, ask);
    var lease = gateway.leases().find(l -> l.ticket().equals(ticket));
    if (lease.isEmpty()) {
      return view.lost();
    }
    if (gateway.settings().box() == PortalSettings.Kind.OPENNDS_1) {
      gateway.leases().passes(lease.get().mac(), false);
      gateway.report();
    } else if (!lease.get().live()) {
      return view.waiting();
    }
    return view.online(Optional.of(gateway.leases().left(lease.get().grant())));
  }

  private Optional<Say> renewed(PortalGateway gateway, Ask ask, Arrival device) {
    return gateway
        .leases()
        .holder(ask.from().ticket())
        .filter(handle -> handle.mac().equals(device.mac()))
        .flatMap(handle -> gateway.leases().grant(handle.grant()))
        .flatMap(grant -> enter(gateway, ask, device, grant));
  }

  private Optional<Say> enter(PortalGateway gateway, Ask ask, Arrival device, AccessGrant grant) {
    var base = gateway.settings().url() + "/portal/" + gateway.id();
    if (gateway.settings().box() == PortalSettings.Kind.CHILLI) {
      return Optional.of(asked(gateway, ask, device, grant));
    }
    return gateway
        .leases()
        .open(grant.id(), device)
        .map(
            lease -> {
              var next = base + "/in/" + lease.ticket();
              var to = box(gateway).door(device, grant, next);
              to.ifPresentOrElse(door -> {}, () -> await(gateway, device, lease));
              return Say.see(to.orElse(next), cookie(gateway, lease));
            });
  }

  /**
   * Sends a device to chilli, which asks RADIUS and is told by it who passes. What that would
   * refuse is said here: chilli 1.9 closes the connection then. The language comes back with the
   * device.
   */
  private Say asked(PortalGateway gateway, Ask ask, Arrival device, AccessGrant grant) {
    if (!gateway.first(grant, device.mac())) {
      return pages.view(gateway, ask).login("other");
    }
    var language = "&lang=" + Texts.language(ask);
    var next = gateway.settings().url() + "/portal/" + gateway.id() + "?res=success" + language;
    var door = new Chilli(gateway.settings()).door(device, grant, next);
    return Say.see(door.orElseThrow() + language, Map.of());
  }

  /** What chilli says of the time left, which its RADIUS server told it. */
  private static Optional<Duration> left(Ask ask) {
    var seconds = ask.query().getOrDefault("timeleft", "");
    return Optional.of(seconds)
        .filter(text -> text.matches("[0-9]{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }

  private static void await(PortalGateway gateway, Arrival device, Lease lease) {
    var name = new OpenNds(gateway.settings()).token(device);
    gateway.waiting().add(name, Authmon.line(gateway, lease, name));
  }

  private static Map<String, String> cookie(PortalGateway gateway, Lease lease) {
    var secure = gateway.settings().url().startsWith("https:") ? "; Secure" : "";
    return Map.of(
        "Set-Cookie",
        "portal=%s; Path=/portal/%s; Max-Age=%d; HttpOnly; SameSite=Lax%s"
            .formatted(
                lease.ticket(),
                gateway.id(),
                gateway.leases().left(lease.grant()).toSeconds(),
                secure));
  }

  static Box box(PortalGateway gateway) {
    return gateway.settings().box() == PortalSettings.Kind.CHILLI
        ? new Chilli(gateway.settings())
        : new OpenNds(gateway.settings());
  }
}
