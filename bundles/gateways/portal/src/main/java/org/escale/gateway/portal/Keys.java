package org.escale.gateway.portal;

import java.util.Locale;

/** Keys as people type them. Pure. */
final class Keys {
  /** Longer than any key: it is not even looked at. */
  static final int LONGEST = 80;

  private static final int GROUP = 5;

  private Keys() {}

  /** Lower case, and a dash after each five, whatever was typed between. */
  static String tidy(String typed) {
    var bare = typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return bare.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
  }
}
