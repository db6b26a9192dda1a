package org.escale.centre.caldav;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.escale.libraries.link.Digest;
import org.escale.libraries.wire.Border;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.SpaceRef;

/** A calendar on its server, and where in it a key's entry stands: at one place for ever. */
record Place(URI calendar) {
  private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z0-9.-]");

  static Place of(SpaceRef space, Border border) throws CentreException {
    try {
      var path = space.value().endsWith("/") ? space.value() : space.value() + "/";
      var calendar = border.origin().resolve(path);
      if (border.holds(calendar) && calendar.getRawQuery() == null) {
        return new Place(calendar);
      }
    } catch (IllegalArgumentException odd) {
      // refused below, without repeating it
    }
    throw new CentreException(Trouble.SETTING, "the space is not a path of the server");
  }

  /** Servers differ in what they do with signs in a name, so only plain ones are used. */
  URI entry(Key key) {
    var name =
        NOT_PLAIN
            .matcher(key.uid())
            .replaceAll(sign -> String.format("_%02x", (int) sign.group().charAt(0)));
    return calendar.resolve(name + ".ics");
  }

  /** The opaque id of what stands there; the name may be one that staff chose. */
  static String id(String href) {
    return Digest.name(segment(href));
  }

  /** Whether that is the calendar itself. */
  boolean isCalendar(String href) {
    return segment(href).isEmpty() || calendar.getPath().endsWith("/" + segment(href) + "/");
  }

  private static String segment(String href) {
    var last = href.substring(href.lastIndexOf('/') + 1);
    try {
      return URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException odd) {
      return last;
    }
  }
}
