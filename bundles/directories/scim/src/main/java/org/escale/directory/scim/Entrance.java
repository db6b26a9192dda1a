package org.escale.directory.scim;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.escale.libraries.wire.Border;
import org.escale.spi.directory.DirectoryException;
import org.escale.spi.directory.DirectoryException.Trouble;

/**
 * Which server, who we are there, and whom we want.
 *
 * @param filter empty for all
 * @param page people of one page
 */
record Entrance(
    Border border, String token, String filter, Grouping group, int page, Duration deadline) {
  private static final Pattern TOKEN = Pattern.compile("[!-~]{1,4000}");
  private static final int LEAST = 10;
  private static final int MOST = 1000;

  /** Where the group stands that rights hang on. */
  enum Grouping {
    /** In the groups of the server. */
    GROUPS,
    /** In the department of the enterprise extension. */
    DEPARTMENT,
    /** Nowhere. */
    NONE
  }

  static Entrance of(Map<String, String> settings, Duration deadline) throws DirectoryException {
    var token = settings.get(ScimDirectory.TOKEN);
    if (!TOKEN.matcher(token).matches()) {
      throw wrong(ScimDirectory.TOKEN, "is no token");
    }
    return new Entrance(
        border(settings),
        token,
        settings.get(ScimDirectory.FILTER).strip(),
        group(settings.get(ScimDirectory.GROUP)),
        page(settings.get(ScimDirectory.PAGE)),
        deadline);
  }

  private static Border border(Map<String, String> settings) throws DirectoryException {
    boolean local = yes(settings.get(ScimDirectory.LOCAL_TOO));
    try {
      var url = URI.create(settings.get(ScimDirectory.URL).replaceFirst("/+$", ""));
      var safe = local || "https".equalsIgnoreCase(url.getScheme());
      if (safe && url.getRawQuery() == null) {
        return new Border(url, local);
      }
    } catch (IllegalArgumentException no) {
      // told below: the text itself may hold a secret
    }
    throw wrong(ScimDirectory.URL, "is https://host/path");
  }

  private static Grouping group(String text) throws DirectoryException {
    for (var each : Grouping.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
        return each;
      }
    }
    throw wrong(ScimDirectory.GROUP, "is groups, department or none");
  }

  private static int page(String text) throws DirectoryException {
    var number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    if (number < LEAST || number > MOST) {
      throw wrong(ScimDirectory.PAGE, "is " + LEAST + " to " + MOST);
    }
    return number;
  }

  private static boolean yes(String text) throws DirectoryException {
    if (!text.equals("true") && !text.equals("false")) {
      throw wrong(ScimDirectory.LOCAL_TOO, "is true or false");
    }
    return text.equals("true");
  }

  private static DirectoryException wrong(String name, String what) {
    return new DirectoryException(Trouble.SETTING, "the setting " + name + " " + what);
  }

  @Override
  public String toString() {
    return "Entrance";
  }
}
