package org.escale.libraries.boxfiles;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;

/** What may stand in a file; whatever may not is refused before a line is written. Pure. */
final class Checked {
  // With a dot and four digits behind it still a name that Linux takes: 15 characters at most
  private static final Pattern DEVICE = Pattern.compile("[a-z][a-z0-9]{0,9}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

  private static final int MOST_BYTES = 32;

  private Checked() {}

  static void that(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }

  static void device(String name) {
    that(
        DEVICE.matcher(name).matches() && !name.startsWith("seg"),
        "an interface has 1 to 10 small letters and digits and does not begin with seg");
  }

  static void name(String name) {
    that(NAME.matcher(name).matches(), "a box's name has 1 to 64 letters, digits and . _ : -");
  }

  static void host(String name) {
    that(HOST.matcher(name).matches(), "a host is a name or an IPv4 address");
  }

  static void ssid(String name) {
    int bytes = name.getBytes(UTF_8).length;
    that(bytes >= 1 && bytes <= MOST_BYTES, "an SSID has 1 to 32 bytes");
    that(shows(name), "an SSID has no control characters");
  }

  /** A text between two tags. */
  static String xml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Whether each character can be seen on one line, in its own order. */
  static boolean shows(String text) {
    return text.codePoints().allMatch(Checked::shows);
  }

  private static boolean shows(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  /** A text for a comment: what is neither a plain letter nor a digit becomes a dot. */
  static String comment(String text) {
    return text.replaceAll("[^A-Za-z0-9 -]", ".");
  }
}
