package org.escale.spi.centre;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Our name of one entry in a centre's system: stable for ever, new for each booking, space and
 * move, so that what is looked up under it is exactly that try. Where two federations hold one
 * place, the smaller {@link #uid()} stays.
 *
 * @param booking 1 to 96 characters out of letters, digits and {@code . _ : # -}
 * @param number 0 at first; a booking that moves has another entry, one higher, 999 at most
 * @param federation the instance that booked; 1 to 63 lower-case letters, digits and hyphens
 */
public record Key(String booking, int number, String federation) {
  private static final String SUFFIX = ".escale";
  private static final Pattern SHAPE =
      Pattern.compile(
          "([A-Za-z0-9][A-Za-z0-9._:#-]{0,95})(?:~([1-9][0-9]{0,2}))?@([a-z0-9-]{1,63})\\.escale");
  private static final Pattern BOOKING = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:#-]{0,95}");
  private static final int MOST = 999;
  private static final Pattern FEDERATION = Pattern.compile("[a-z0-9-]{1,63}");

  /**
   * Checks the names.
   *
   * @throws IllegalArgumentException if one cannot be part of a key
   */
  public Key {
    var named = BOOKING.matcher(booking).matches() && names(federation);
    if (!named || number < 0 || number > MOST) {
      throw new IllegalArgumentException("not a key");
    }
  }

  /** The first entry of a booking. */
  public Key(String booking, String federation) {
    this(booking, 0, federation);
  }

  /** Whether an instance of that name can book in a centre's system. */
  public static boolean names(String federation) {
    return FEDERATION.matcher(federation).matches();
  }

  /** As text, fit for a UID of RFC 5545. */
  public String uid() {
    return booking + (number == 0 ? "" : "~" + number) + "@" + federation + SUFFIX;
  }

  /** Whether both are entries of one booking, which is never in its own way. */
  public boolean sameBooking(Key other) {
    return booking.equals(other.booking) && federation.equals(other.federation);
  }

  /** The key that this UID is; empty if no federation of ours made it. */
  public static Optional<Key> of(String uid) {
    var parts = SHAPE.matcher(uid);
    return parts.matches()
        ? Optional.of(
            new Key(
                parts.group(1),
                parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2)),
                parts.group(3)))
        : Optional.empty();
  }
}
