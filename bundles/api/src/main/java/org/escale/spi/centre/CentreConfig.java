package org.escale.spi.centre;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.federation.CentreId;
import org.escale.spi.centre.CentreException.Trouble;

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

  /**
   * The settings as an adapter of these finds them: with the presets of what was left out (CA1).
   *
   * @throws CentreException that names a setting which is missing or which nobody knows
   */
  public Map<String, String> checked(List<Setting> known) throws CentreException {
    var names = known.stream().map(Setting::name).toList();
    for (var name : settings.keySet()) {
      if (!names.contains(name)) {
        throw new CentreException(Trouble.SETTING, "there is no setting " + name);
      }
    }
    var all = new HashMap<String, String>();
    for (var setting : known) {
      var value = Optional.ofNullable(settings.get(setting.name())).or(setting::preset);
      all.put(setting.name(), value.orElseThrow(() -> missing(setting)));
    }
    return Map.copyOf(all);
  }

  private static CentreException missing(Setting setting) {
    return new CentreException(Trouble.SETTING, "the setting " + setting.name() + " is needed");
  }

  @Override
  public String toString() {
    return "CentreConfig[" + centre.value() + ", " + settings.keySet() + "]";
  }
}
