package org.escale.libraries.link;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.libraries.wire.Border;
import org.escale.libraries.wire.Patience;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.Setting;

/**
 * Where a centre's system is on the web, and how to get in.
 *
 * @param username empty if nobody asks for it
 * @param deadline for each call
 */
public record Entrance(Border border, String username, String password, Duration deadline) {
  /** Its address. */
  public static final String URL = "url";

  /** Name to sign in with. */
  public static final String USERNAME = "username";

  /** Password of that name. */
  public static final String PASSWORD = "password";

  /** Whether addresses of this machine and its cable are meant. */
  public static final String LOCAL_TOO = "localToo";

  /** What has to be told; {@code url} says what is at the address. */
  public static List<Setting> settings(String url) {
    return List.of(
        Setting.needed(URL, url),
        Setting.preset(USERNAME, "Name to sign in with; empty if nobody asks for it.", ""),
        new Setting(PASSWORD, "Password of that name.", true, Optional.of("")),
        Setting.preset(
            LOCAL_TOO, "Whether addresses of this machine and its cable are meant.", "false"));
  }

  /**
   * The system at {@link #URL}; asks nothing of the outside.
   *
   * @throws CentreException if a setting cannot work; names it
   */
  public static Entrance of(Map<String, String> settings, Duration deadline)
      throws CentreException {
    var local = oneOf(settings, LOCAL_TOO, Set.of("true", "false"));
    try {
      var border = new Border(new URI(settings.get(URL)), Boolean.parseBoolean(local));
      return new Entrance(border, settings.get(USERNAME), settings.get(PASSWORD), deadline);
    } catch (URISyntaxException | IllegalArgumentException odd) {
      throw Troubles.setting(URL + " is not an address of the web");
    }
  }

  /**
   * The value of a setting that has but few.
   *
   * @throws CentreException that names the setting if it has another value
   */
  public static String oneOf(Map<String, String> settings, String name, Set<String> values)
      throws CentreException {
    if (!values.contains(settings.get(name))) {
      throw Troubles.setting(name + " is one of " + values);
    }
    return settings.get(name);
  }

  /** For all that one call asks, from now on. */
  public Patience patience() {
    return Patience.of(deadline);
  }

  /** What lets us in by HTTP's own sign-in; empty if nobody asks for it. */
  public Optional<String> basic() {
    var bytes = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
    return username.isEmpty()
        ? Optional.empty()
        : Optional.of("Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  /** Without what may be a secret. */
  @Override
  public String toString() {
    return "Entrance";
  }
}
