package org.escale.gateway.portal;

import java.util.Locale;
import java.util.Optional;

/** The address of a device's network card, as any box writes it. Pure. */
final class Macs {
  private static final int DIGITS = 12;
  private static final int LONGEST = 32;

  private Macs() {}

  /** Lower case with colons, from {@code AA-BB-..}, {@code aabb.ccdd.eeff} and the like. */
  static Optional<String> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    var bare = text.toLowerCase(Locale.ROOT).replaceAll("[-:. ]", "");
    if (bare.length() != DIGITS || !bare.matches("[0-9a-f]{12}")) {
      return Optional.empty();
    }
    return Optional.of(bare.replaceAll("(..)(?!$)", "$1:"));
  }
}
