package org.escale.access;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.escale.federation.CentreId;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * A gateway that stands in a centre: the row that the platform opens through its driver.
 *
 * @param driver the kind of driver, for example {@code simulated}
 * @param settings the driver's own settings; one named {@code secret}, or ending so, is encrypted.
 *     Those that begin with {@code wifi.} are no driver's: they say what devices are told of the
 *     network on site
 */
public record InstalledGateway(
    GatewayId id, CentreId centre, String driver, Map<String, String> settings) implements Word {
  /** How the settings begin that say what devices are told. */
  public static final String AIR = "wifi.";

  /** Copies the settings. */
  public InstalledGateway {
    settings = Map.copyOf(settings);
  }

  /** Whether a setting of that name is kept encrypted. */
  public static boolean secret(String name) {
    return name.equals("secret") || name.endsWith(".secret");
  }

  /** Those that its driver is told. */
  public Map<String, String> driving() {
    return settings.entrySet().stream()
        .filter(setting -> !setting.getKey().startsWith(AIR))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
