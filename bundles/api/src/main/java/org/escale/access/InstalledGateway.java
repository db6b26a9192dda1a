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
 * @param settings the driver's own settings; one named {@code secret}, or ending so, is encrypted
 */
public record InstalledGateway(
    GatewayId id, CentreId centre, String driver, Map<String, String> settings) implements Word {
  /** Copies the settings. */
  public InstalledGateway {
    settings = Map.copyOf(settings);
  }

  /** Whether a setting of that name is kept encrypted. */
  public static boolean secret(String name) {
    return name.equals("secret") || name.endsWith(".secret");
  }

  /** The same with other settings. */
  public InstalledGateway with(Map<String, String> other) {
    return new InstalledGateway(id, centre, driver, other);
  }

  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.FEDERATION, Reader.centre(centre));
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("centreId", centre.value());
  }

  /** Without the settings. */
  @Override
  public String toString() {
    return "InstalledGateway[" + id + ", " + driver + " at " + centre + "]";
  }
}
