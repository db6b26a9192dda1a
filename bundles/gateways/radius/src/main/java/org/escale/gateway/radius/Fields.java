package org.escale.gateway.radius;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import org.escale.gateway.radius.Profile.Identity;
import org.escale.gateway.radius.Profile.Vlan;

/** The lines of a profile's file. */
record Fields(Properties lines) {
  private static final int ALL = 14;

  /**
   * What they say.
   *
   * @throws IllegalStateException if one is missing, unknown or wrong
   */
  Profile profile() {
    if (lines.size() != ALL) {
      throw new IllegalStateException("a profile has " + ALL + " lines");
    }
    return new Profile(
        flag("signed"),
        text("credential").equals("device"),
        Vlan.valueOf(text("vlan").toUpperCase(Locale.ROOT)),
        seconds("interim"),
        seconds("lease"),
        Integer.parseInt(text("port")),
        Arrays.stream(text("identify").split(",", -1))
            .map(word -> Identity.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
            .collect(Collectors.toUnmodifiableSet()),
        flag("stamped"),
        seconds("watch"),
        flag("nak-is-gone"),
        text("octets").equals("client"),
        flag("change"),
        flag("asks-again"),
        text("address"));
  }

  private boolean flag(String name) {
    return Boolean.parseBoolean(text(name));
  }

  private Duration seconds(String name) {
    return Duration.ofSeconds(Long.parseLong(text(name)));
  }

  private String text(String name) {
    var value = lines.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("a profile without " + name);
    }
    return value;
  }
}
