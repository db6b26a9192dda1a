package org.escale.centre.caldav;

import static org.escale.spi.centre.CentreException.Trouble.SETTING;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.escale.libraries.wire.Ask;
import org.escale.libraries.wire.Border;
import org.escale.libraries.wire.Patience;
import org.escale.spi.centre.CentreException;

/**
 * Where a centre's server is, and how to get in.
 *
 * @param credentials for Basic; empty if nobody asks for them
 * @param feedTrusted whether the server's change feed may be used
 */
record Entrance(Border border, String credentials, boolean feedTrusted, Duration deadline) {
  static Entrance of(Map<String, String> settings, Duration deadline) throws CentreException {
    var local = oneOf(settings, CalDavAdapter.LOCAL_TOO, Set.of("true", "false"));
    var changes = oneOf(settings, CalDavAdapter.CHANGES, Set.of("auto", "etags"));
    try {
      var border =
          new Border(new URI(settings.get(CalDavAdapter.URL)), Boolean.parseBoolean(local));
      return new Entrance(border, credentials(settings), changes.equals("auto"), deadline);
    } catch (URISyntaxException | IllegalArgumentException odd) {
      throw new CentreException(SETTING, CalDavAdapter.URL + " is not an address of the web");
    }
  }

  Patience patience() {
    return Patience.of(deadline);
  }

  /** A question at that place, with what lets us in. */
  Ask ask(String method, URI address) {
    var ask = Ask.of(method, address);
    return credentials.isEmpty() ? ask : ask.with("Authorization", "Basic " + credentials);
  }

  private static String oneOf(Map<String, String> settings, String name, Set<String> values)
      throws CentreException {
    if (!values.contains(settings.get(name))) {
      throw new CentreException(SETTING, name + " is one of " + values);
    }
    return settings.get(name);
  }

  private static String credentials(Map<String, String> settings) {
    var name = settings.get(CalDavAdapter.USERNAME);
    var both = name + ":" + settings.get(CalDavAdapter.PASSWORD);
    var bytes = both.getBytes(StandardCharsets.UTF_8);
    return name.isEmpty() ? "" : Base64.getEncoder().encodeToString(bytes);
  }
}
