package org.escale.centre.icalendar;

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
import org.escale.spi.centre.SpaceRef;

/** Where a centre's calendars are, and how to get in. */
final class Whereabouts {
  private static final Set<String> YES_OR_NO = Set.of("true", "false");

  private final URI folder;
  private final Border border;
  private final String credentials;
  private final Duration deadline;

  private Whereabouts(URI folder, Border border, String credentials, Duration deadline) {
    this.folder = folder;
    this.border = border;
    this.credentials = credentials;
    this.deadline = deadline;
  }

  static Whereabouts of(Map<String, String> settings, Duration deadline) throws CentreException {
    var local = settings.get(IcalendarAdapter.LOCAL_TOO);
    if (!YES_OR_NO.contains(local)) {
      throw new CentreException(SETTING, IcalendarAdapter.LOCAL_TOO + " is true or false");
    }
    try {
      var folder =
          new URI(settings.get(IcalendarAdapter.URL).replaceFirst("^webcals?://", "https://"));
      var border = new Border(folder, Boolean.parseBoolean(local));
      return new Whereabouts(folder, border, credentials(settings), deadline);
    } catch (URISyntaxException | IllegalArgumentException odd) {
      throw new CentreException(SETTING, IcalendarAdapter.URL + " is not an address of the web");
    }
  }

  Border border() {
    return border;
  }

  Patience patience() {
    return Patience.of(deadline);
  }

  Ask folder() {
    return ask(folder);
  }

  Ask calendar(SpaceRef space) throws CentreException {
    try {
      var address = folder.resolve(space.value());
      if (border.holds(address)) {
        return ask(address);
      }
    } catch (IllegalArgumentException odd) {
      // refused below, without repeating it
    }
    throw new CentreException(SETTING, "the space is not a path below the url");
  }

  private Ask ask(URI address) {
    var ask = Ask.of("GET", address).with("Accept", "text/calendar, */*;q=0.1");
    return credentials.isEmpty() ? ask : ask.with("Authorization", "Basic " + credentials);
  }

  private static String credentials(Map<String, String> settings) {
    var name = settings.get(IcalendarAdapter.USERNAME);
    var both = name + ":" + settings.get(IcalendarAdapter.PASSWORD);
    var bytes = both.getBytes(StandardCharsets.UTF_8);
    return name.isEmpty() ? "" : Base64.getEncoder().encodeToString(bytes);
  }
}
