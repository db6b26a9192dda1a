package org.escale.core.metering;

import java.util.Locale;
import org.escale.presence.Closing;

/** Keys of the sentences that tell a member how the visit ended. */
public final class EndTexts {
  /** The gateway's clock was too far off to bill by (law E5): the record is set aside. */
  public static final String CLOCK_IN_DOUBT = "visit.ended.clock-in-doubt";

  /** A box that may know better was not heard for 24 hours (law S5): the record is set aside. */
  public static final String NOT_HEARD = "visit.ended.not-heard";

  private EndTexts() {}

  /** Whether the record of that end is set aside until somebody looks at it. */
  public static boolean doubtful(String text) {
    return text.equals(CLOCK_IN_DOUBT) || text.equals(NOT_HEARD);
  }

  /** The key for {@code by}: {@code visit.ended.check-out}. */
  public static String of(Closing.By by) {
    return "visit.ended." + by.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
