package org.escale.gateway.simulated;

import java.util.Map;
import org.escale.caller.Caller;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.spi.door.Route;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Plays a device near a simulated gateway: {@code {"gatewayId", "key", "move"}} with the move
 * {@code associate, slip-in} (its start is never told), {@code leave} or {@code vanish}; answers
 * whether the device is on the network. And plays the gateway's line to the hub, without a key:
 * {@code cut-off, reconnect}, and {@code tell-again}, which tells the last 100 events once more,
 * the latest first.
 */
@Component(service = Route.class)
public final class DeviceRoute implements Route {
  private final SimulatedDriver driver;

  /** At the gateways of that driver. */
  @Activate
  public DeviceRoute(@Reference SimulatedDriver driver) {
    this.driver = driver;
  }

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "x/simulated-gateway/devices";
  }

  @Override
  public Outcome<Map<String, Object>> serve(Caller caller, Map<String, Object> body) {
    var gateway = driver.gateway(text(body, "gatewayId"));
    if (gateway.isEmpty()) {
      return Outcome.refused(RefusalCode.NOT_FOUND);
    }
    var key = text(body, "key");
    return switch (text(body, "move")) {
      case "associate" -> Outcome.done(Map.of("online", gateway.get().associate(key)));
      case "slip-in" -> Outcome.done(Map.of("online", gateway.get().slipIn(key)));
      case "cut-off" -> Outcome.done(Map.of("linked", gateway.get().linked(false)));
      case "reconnect" -> Outcome.done(Map.of("linked", gateway.get().linked(true)));
      case "tell-again" -> Outcome.done(Map.of("told", gateway.get().tellAgain()));
      case "leave" -> left(gateway.get(), key, false);
      case "vanish" -> left(gateway.get(), key, true);
      default -> Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", "move"));
    };
  }

  private static Outcome<Map<String, Object>> left(
      SimulatedGateway gateway, String key, boolean vanish) {
    return gateway.leave(key, vanish)
        ? Outcome.done(Map.of("online", false))
        : Outcome.refused(RefusalCode.NOT_FOUND);
  }

  private static String text(Map<String, Object> body, String field) {
    return body.get(field) instanceof String text ? text : "";
  }
}
