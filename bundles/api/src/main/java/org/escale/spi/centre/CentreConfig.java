package org.escale.spi.centre;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.escale.federation.CentreId;

/**
 * One centre's system: where the centre is and its adapter's own settings.
 *
 * @param zone the centre's zone, for wall times without one
 * @param settings by name, secrets among them; {@link #toString} shows no value
 * @param deadline for each call, 1 s to 60 s
 */
public record CentreConfig(
    CentreId centre, ZoneId zone, Map<String, String> settings, Duration deadline) {
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofSeconds(60);

  /**
   * Copies the settings.
   *
   * @throws IllegalArgumentException if the deadline is out of its range
   */
  public CentreConfig {
    settings = Map.copyOf(settings);
    if (deadline.compareTo(LEAST) < 0 || deadline.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("a deadline is 1 s to 60 s");
    }
  }

  @Override
  public String toString() {
    return "CentreConfig[" + centre.value() + ", " + settings.keySet() + "]";
  }
}
