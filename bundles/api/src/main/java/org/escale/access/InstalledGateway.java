package org.escale.access;

import java.util.Map;
import java.util.Set;
import org.escale.federation.CentreId;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * A gateway that stands in a centre: the row that the platform opens through its driver.
 *
 * @param driver the kind of driver, for example {@code simulated}
 * @param settings the driver's own settings; no secret in clear
 */
public record InstalledGateway(
    GatewayId id, CentreId centre, String driver, Map<String, String> settings) implements Word {
  /** Copies the settings. */
  public InstalledGateway {
    settings = Map.copyOf(settings);
  }

  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.FEDERATION, Reader.centre(centre));
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("centreId", centre.value());
  }
}
