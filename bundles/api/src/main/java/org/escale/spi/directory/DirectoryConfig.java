package org.escale.spi.directory;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.spi.directory.DirectoryException.Trouble;

/**
 * One directory: its adapter's own settings.
 *
 * @param settings by name, secrets among them; {@link #toString} shows no value
 * @param deadline for each reading, 1 s to 10 min
 */
public record DirectoryConfig(Map<String, String> settings, Duration deadline) {
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofMinutes(10);

  /**
   * Copies the settings.
   *
   * @throws IllegalArgumentException if the deadline is out of its range
   */
  public DirectoryConfig {
    settings = Map.copyOf(settings);
    if (deadline.compareTo(LEAST) < 0 || deadline.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("a deadline is 1 s to 10 min");
    }
  }

  /**
   * The settings as an adapter of these finds them: with the presets of what was left out (DA1).
   *
   * @throws DirectoryException that names a setting which is missing or which nobody knows
   */
  public Map<String, String> checked(List<Setting> known) throws DirectoryException {
    var names = known.stream().map(Setting::name).toList();
    for (var name : settings.keySet()) {
      if (!names.contains(name)) {
        throw new DirectoryException(Trouble.SETTING, "there is no setting " + name);
      }
    }
    var all = new HashMap<String, String>();
    for (var setting : known) {
      var value = Optional.ofNullable(settings.get(setting.name())).or(setting::preset);
      all.put(setting.name(), value.orElseThrow(() -> missing(setting)));
    }
    return Map.copyOf(all);
  }

  private static DirectoryException missing(Setting setting) {
    return new DirectoryException(Trouble.SETTING, "the setting " + setting.name() + " is needed");
  }

  @Override
  public String toString() {
    return "DirectoryConfig[" + settings.keySet() + "]";
  }
}
