package org.escale.adapter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.regex.Pattern;
import org.escale.booking.BookingId;
import org.escale.word.Id;

/**
 * What happened at a centre to one booking of ours, as one side tells the other. Names nobody.
 *
 * @param key the teller's own name of it for ever: 1 to 128 letters, digits and {@code . _ : # ~ @
 *     -}, a letter or digit first; ours end with {@code .escale}
 * @param booking our booking's id, or the UID of our entry in the centre's calendar; shaped like a
 *     key
 * @param at when it happened; of a correction, when it was made
 * @param what for EXTRA its kind, as {@code photocopy}; for CORRECTED the key of the EXTRA that was
 *     wrong, or empty for the time of the visit; else empty; at most 128 characters
 * @param quantity for EXTRA how much, above 0; for CORRECTED how much it is in all, for a visit
 *     whole seconds up to a day; else 0; at most 1,000,000 with 3 decimals
 */
public record CentreEvent(
    String key, String booking, Kind kind, Instant at, String what, BigDecimal quantity) {
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:#~@-]{0,127}");
  private static final BigDecimal MOST = new BigDecimal(1_000_000);
  private static final BigDecimal DAY = new BigDecimal(86_400);
  private static final int DECIMALS = 3;
  private static final int LONGEST = 128;

  /** What happened. */
  public enum Kind {
    /** The guest is there. */
    ARRIVED,
    /** The guest has gone. */
    LEFT,
    /** So much of an extra was used. */
    EXTRA,
    /** What was told before is so much in truth. */
    CORRECTED
  }

  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException whose message is the name of the first wrong part
   */
  public CentreEvent {
    check("key", KEY.matcher(key).matches());
    check("booking", KEY.matcher(booking).matches() && Id.SHAPE.matcher(named(booking)).matches());
    check("what", what.length() <= LONGEST && fits(kind, what));
    check("quantity", fits(kind, what, quantity));
  }

  /** That somebody came, or left. */
  public CentreEvent(String key, String booking, Kind kind, Instant at) {
    this(key, booking, kind, at, "", BigDecimal.ZERO);
  }

  private static boolean fits(Kind kind, String what) {
    return switch (kind) {
      case ARRIVED, LEFT -> what.isEmpty();
      case EXTRA -> !what.isBlank();
      case CORRECTED -> what.isEmpty() || KEY.matcher(what).matches();
    };
  }

  private static boolean fits(Kind kind, String what, BigDecimal quantity) {
    var time = kind == Kind.CORRECTED && what.isEmpty();
    var most = time ? DAY : MOST;
    return switch (kind) {
          case ARRIVED, LEFT -> quantity.signum() == 0;
          case EXTRA -> quantity.signum() > 0;
          case CORRECTED -> quantity.signum() >= 0;
        }
        && quantity.compareTo(most) <= 0
        && quantity.stripTrailingZeros().scale() <= (time ? 0 : DECIMALS);
  }

  private static void check(String name, boolean right) {
    if (!right) {
      throw new IllegalArgumentException(name);
    }
  }

  /** Whether both say the same, however many zeros a quantity is written with. */
  public boolean same(CentreEvent other) {
    return quantity.compareTo(other.quantity) == 0
        && equals(
            new CentreEvent(other.key, other.booking, other.kind, other.at, other.what, quantity));
  }

  /** The booking that it is about; there may be none of that name. */
  public BookingId bookingId() {
    return new BookingId(named(booking));
  }

  private static String named(String booking) {
    return booking.split("[~@]", 2)[0];
  }
}
