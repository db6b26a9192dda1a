package org.escale.spi.centre;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Our name of one booking in a centre's system: stable for ever, new for each booking and space.
 * Where two federations hold one place, the smaller {@link #uid()} stays.
 *
 * @param booking 1 to 96 characters out of letters, digits and {@code . _ : # -}
 * @param federation the instance that booked; 1 to 63 lower-case letters, digits and hyphens
 */
public record Key(String booking, String federation) {
  private static final String SUFFIX = ".escale";
  private static final Pattern SHAPE =
      Pattern.compile("([A-Za-z0-9][A-Za-z0-9._:#-]{0,95})@([a-z0-9-]{1,63})\\.escale");

  /**
   * Checks both names.
   *
   * @throws IllegalArgumentException if one cannot be part of a key
   */
  public Key {
    if (!SHAPE.matcher(booking + "@" + federation + SUFFIX).matches()) {
      throw new IllegalArgumentException("not a key");
    }
  }

  /** As text, fit for a UID of RFC 5545. */
  public String uid() {
    return booking + "@" + federation + SUFFIX;
  }

  /** The key that this UID is; empty if no federation of ours made it. */
  public static Optional<Key> of(String uid) {
    var parts = SHAPE.matcher(uid);
    return parts.matches()
        ? Optional.of(new Key(parts.group(1), parts.group(2)))
        : Optional.empty();
  }
}
