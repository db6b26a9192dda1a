package org.escale.libraries.boxfiles.front;

import java.util.regex.Pattern;

/** What may stand in a file of the front. Pure. */
final class Plain {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Pattern REALM =
      Pattern.compile("[a-z0-9]([a-z0-9-]{0,62}\\.)?[a-z0-9.-]{0,50}[a-z0-9]");
  private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9._+=/-]{16,64}");
  private static final Pattern FOLDER = Pattern.compile("/[A-Za-z0-9._/-]{1,200}");
  private static final int LAST_PORT = 65_535;

  private Plain() {}

  static void that(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }

  static void name(String text) {
    that(NAME.matcher(text).matches(), "a name has 1 to 64 small letters, digits and hyphens");
  }

  static void realm(String text) {
    that(REALM.matcher(text).matches(), "a realm is a name such as escale.example");
  }

  static void address(String name, String text) {
    that(ADDRESS.matcher(text).matches(), name + " is an address such as 192.0.2.7");
  }

  static void secret(String text) {
    that(SECRET.matcher(text).matches(), "a secret has 16 to 64 letters, digits and - _ . + = /");
  }

  static void folder(String text) {
    that(FOLDER.matcher(text).matches(), "keys is a folder's whole path in plain characters");
  }

  static void port(int port) {
    that(port >= 1 && port <= LAST_PORT, "a port is 1 to 65535");
  }
}
