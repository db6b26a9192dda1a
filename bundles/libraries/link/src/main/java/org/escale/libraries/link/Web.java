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
import org.escale.libraries.wire.Ask;
import org.escale.libraries.wire.Border;
import org.escale.libraries.wire.Patience;
import org.escale.libraries.wire.Reply;
import org.escale.libraries.wire.Wire;
import org.escale.libraries.wire.WireException;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.Setting;

/** One centre's system on the web: where it is, how to get in, and how long to wait. */
public final class Web {
  /** Its address. */
  public static final String URL = "url";

  /** Name to sign in with. */
  public static final String USERNAME = "username";

  /** Password of that name. */
  public static final String PASSWORD = "password";

  /** Whether addresses of this machine and its cable are meant. */
  public static final String LOCAL_TOO = "localToo";

  private final Wire wire;
  private final Border border;
  private final String credentials;
  private final Duration deadline;

  private Web(Wire wire, Border border, String credentials, Duration deadline) {
    this.wire = wire;
    this.border = border;
    this.credentials = credentials;
    this.deadline = deadline;
  }

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
  public static Web of(Wire wire, Map<String, String> settings, Duration deadline)
      throws CentreException {
    var local = oneOf(settings, LOCAL_TOO, Set.of("true", "false"));
    try {
      var border = new Border(new URI(settings.get(URL)), Boolean.parseBoolean(local));
      return new Web(wire, border, credentials(settings), deadline);
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

  /** Where questions may go. */
  public Border border() {
    return border;
  }

  /** For all that one call asks, from now on. */
  public Patience patience() {
    return Patience.of(deadline);
  }

  /** A question at that place, with what lets us in by HTTP's own sign-in (Basic). */
  public Ask ask(String method, URI address) {
    var ask = Ask.of(method, address);
    return credentials.isEmpty() ? ask : ask.with("Authorization", "Basic " + credentials);
  }

  /**
   * The answer, whatever its status is; for a change, where it matters what became of it.
   *
   * @throws WireException if there is none that can be used
   */
  public Reply send(Ask ask, Patience patience) throws WireException {
    return wire.send(ask, border, patience);
  }

  /**
   * The answer, whatever its status is; for a question.
   *
   * @throws CentreException if there is none that can be used
   */
  public Reply answer(Ask ask, Patience patience) throws CentreException {
    try {
      return send(ask, patience);
    } catch (WireException none) {
      throw Troubles.of(none);
    }
  }

  private static String credentials(Map<String, String> settings) {
    var name = settings.get(USERNAME);
    var both = name + ":" + settings.get(PASSWORD);
    var bytes = both.getBytes(StandardCharsets.UTF_8);
    return name.isEmpty() ? "" : Base64.getEncoder().encodeToString(bytes);
  }
}
