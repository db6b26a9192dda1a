package org.escale.gateway.radius;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Hardware addresses, in whatever way gear writes them; no state. */
final class HardwareAddress {
  /** What gear that names no devices is taken to mean: always the same one. */
  static final String UNNAMED = "000000000000";

  private static final int DIGITS = 12;
  private static final String BETWEEN = "-:.";

  private HardwareAddress() {}

  /**
   * Twelve hexadecimal digits in lower case: of {@code AA-BB-CC-DD-EE-FF}, {@code
   * aa:bb:cc:dd:ee:ff}, {@code aabb.ccdd.eeff}, {@code aabbccddeeff}. Empty for anything else.
   */
  static Optional<String> of(String text) {
    if (text.length() > DIGITS + DIGITS) {
      return Optional.empty();
    }
    var bare = new StringBuilder(DIGITS);
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (HexFormat.isHexDigit(sign)) {
        bare.append(sign);
      } else if (BETWEEN.indexOf(sign) < 0) {
        return Optional.empty();
      }
    }
    var digits = bare.toString().toLowerCase(Locale.ROOT);
    return digits.length() == DIGITS && !digits.equals(UNNAMED)
        ? Optional.of(digits)
        : Optional.empty();
  }

  /** Twelve digits written as in {@code pattern}: x for lower, X for upper case. */
  static String as(String pattern, String digits) {
    var text = new StringBuilder();
    int at = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char sign = pattern.charAt(i);
      if (sign == 'x') {
        text.append(digits.charAt(at++));
      } else if (sign == 'X') {
        text.append(Character.toUpperCase(digits.charAt(at++)));
      } else {
        text.append(sign);
      }
    }
    return text.toString();
  }
}
