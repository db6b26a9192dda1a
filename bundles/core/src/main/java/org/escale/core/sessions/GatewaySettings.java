package org.escale.core.sessions;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.escale.access.InstalledGateway;
import org.escale.core.plugins.Gates;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Guard.Place;
import org.escale.spi.gateway.GatewayDriver;
import org.escale.spi.gateway.GatewayException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Has a gateway's settings looked at by its driver before they are kept. Where no driver of that
 * kind is here they are kept as they are, and looked at when it comes. What devices are told of the
 * network is looked at here. Safe for many threads.
 */
@Component(service = GatewaySettings.class)
public final class GatewaySettings {
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final Gates gates;
  private final Map<String, GatewayDriver> drivers = new ConcurrentHashMap<>();

  /** Through those gates. */
  @Activate
  public GatewaySettings(@Reference Gates gates) {
    this.gates = gates;
  }

  /** A driver comes. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void addDriver(GatewayDriver driver) {
    drivers.put(driver.kind(), driver);
  }

  /** It goes. */
  public void removeDriver(GatewayDriver driver) {
    drivers.remove(driver.kind(), driver);
  }

  /** Why a gateway cannot be kept so: {@code INVALID_FIELD} with the driver's own words. */
  public Optional<Refusal> refusal(InstalledGateway row) {
    var air = AirSettings.wrong(row);
    var driver = drivers.get(row.driver());
    if (driver == null || air.isPresent()) {
      return air.map(GatewaySettings::refused);
    }
    var place = new Place("gateway " + row.driver(), "settings", LIMIT);
    var said = gates.ask(place, () -> wrong(driver, row), text -> true);
    return said instanceof Outcome.Done<Optional<String>> done
        ? done.value().map(GatewaySettings::refused)
        : Optional.of(refused("the driver cannot say"));
  }

  private static Optional<String> wrong(GatewayDriver driver, InstalledGateway row) {
    try {
      driver.check(row.driving());
      return Optional.empty();
    } catch (GatewayException no) {
      return Optional.of(String.valueOf(no.getMessage()));
    }
  }

  private static Refusal refused(String why) {
    return new Refusal(RefusalCode.INVALID_FIELD, Map.of("field", "settings", "because", why));
  }
}
