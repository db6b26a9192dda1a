package org.escale.centre.caldav;

import java.util.regex.Pattern;

/**
 * What was seen of change feeds that forget changes, told by the tokens that they give.
 *
 * <p>A token of SOGo is the second of the last change: what changes later in that second is never
 * told. A token of DAViCal counts, but is compared by the time at which a change began: what is
 * committed after a later token was given is never told.
 */
final class Forgetful {
  private static final Pattern CLOCK = Pattern.compile("[12]\\d{9}");
  private static final Pattern BEGINS_EARLY = Pattern.compile("data:,\\d+");

  /** More than clocks of one server's machines differ. */
  private static final long OVERLAP_SECONDS = 15;

  private Forgetful() {}

  /** Whether no question by such a token finds all that changed since. */
  static boolean isAlways(String token) {
    return BEGINS_EARLY.matcher(token).matches();
  }

  /** The token to ask with, so that nothing since {@code token} is forgotten; some comes again. */
  static String asked(String token) {
    return CLOCK.matcher(token).matches()
        ? String.valueOf(Long.parseLong(token) - OVERLAP_SECONDS)
        : token;
  }
}
