package org.escale.gateway.portal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The box of level 3 asks whom to let in ({@code authmon}), says whom it let in, and whom no
 * longer. What it says of a device counts only with our signature beside it.
 */
final class Authmon {
  private static final Pattern MAC = Pattern.compile("clientmac=([^,]*)");
  private static final Pattern CUSTOM = Pattern.compile("custom=([A-Za-z0-9_-]+)");

  /** The line that lets a device in: what openNDS calls it, minutes, no limits, our handle. */
  static Waiting.Entry line(PortalGateway gateway, Lease lease, String name) {
    var minutes = gateway.leases().length(lease.grant()).toMinutes();
    var handle = new Handle(lease.grant(), lease.mac()).text(gateway.settings().secret());
    return new Waiting.Entry(lease.mac(), "%s %d 0 0 0 0 %s".formatted(name, minutes, handle));
  }

  Say answer(PortalGateway gateway, Ask ask) {
    var form = ask.form();
    var hash = Digests.sha256(gateway.settings().name());
    if (gateway.settings().box() != PortalSettings.Kind.OPENNDS_3
        || !Digests.same(hash, form.getOrDefault("gatewayhash", ""))) {
      return Say.text(403, "");
    }
    gateway.link().heard();
    var payload = decoded(form.getOrDefault("payload", ""));
    return switch (form.getOrDefault("auth_get", "")) {
      case "clear" -> cleared(gateway);
      case "view" -> payload.equals("none") ? list(gateway) : let(gateway, payload);
      case "deauthed" -> gone(gateway, payload);
      default -> Say.text(200, "ack");
    };
  }

  /** The box began anew: nobody passes, and who waits comes again. */
  private static Say cleared(PortalGateway gateway) {
    gateway.waiting().clear();
    gateway.leases().looked(Set.of());
    return Say.text(200, "ack");
  }

  private static Say list(PortalGateway gateway) {
    // the box hands each line to its shell: nothing of it was chosen by anybody but us
    var lines =
        gateway.waiting().next().stream()
            .map(line -> line.replace(" ", "%20"))
            .collect(Collectors.joining(" "));
    return Say.text(200, lines.isEmpty() ? "*" : "* " + lines);
  }

  private static Say let(PortalGateway gateway, String payload) {
    var names = Arrays.asList(payload.replaceFirst("^\\*", "").strip().split("\\s+", -1));
    for (var mac : gateway.waiting().done(names)) {
      gateway.leases().passes(mac, true);
      gateway.leases().find(l -> l.mac().equals(mac)).ifPresent(gateway.leases()::renew);
    }
    gateway.report();
    return Say.text(200, "ack");
  }

  /** A device was let in no longer. While its grant lasts it is let in again under the same. */
  private static Say gone(PortalGateway gateway, String payload) {
    var mac = found(MAC, payload).flatMap(Macs::read);
    var secret = gateway.settings().secret();
    var known = mac.flatMap(m -> found(CUSTOM, payload).flatMap(c -> Handle.read(c, m, secret)));
    known.ifPresent(
        handle -> {
          var lease = gateway.leases().find(l -> l.mac().equals(handle.mac()));
          if (payload.contains("method=timeout_deauth")
              && lease.isPresent()
              && allows(gateway, handle)) {
            gateway.waiting().add(handle.mac(), line(gateway, lease.get(), handle.mac()));
          } else {
            gateway.leases().gone(handle.mac(), gateway.now());
          }
        });
    return gateway.report() ? Say.text(200, "ack") : Say.text(503, "");
  }

  private static boolean allows(PortalGateway gateway, Handle handle) {
    return gateway.leases().worthAnother(handle.grant());
  }

  private static Optional<String> found(Pattern wanted, String text) {
    return Optional.of(wanted.matcher(text)).filter(Matcher::find).map(m -> m.group(1));
  }

  private static String decoded(String payload) {
    try {
      return new String(Base64.getDecoder().decode(payload), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }
}
