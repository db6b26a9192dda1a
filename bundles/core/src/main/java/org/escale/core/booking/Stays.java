package org.escale.core.booking;

import java.time.Instant;
import org.escale.booking.Booking;
import org.escale.core.commits.Draft;
import org.escale.presence.Visit;
import org.escale.refusal.Outcome;
import org.escale.word.Kept;
import org.escale.word.TimeSlot;

/** What moves with the booking of somebody who is there. Safe for many threads. */
public interface Stays {
  /**
   * The open visit of that booking, if its space's time may become {@code slot}: {@code
   * WRONG_STATE} once it is over, {@code INVALID_FIELD} for another start, {@code SLOT_IN_PAST} for
   * an end before {@code now}, {@code TOO_LATE} beyond the longest visit.
   */
  Outcome<Kept<Visit>> of(Booking booking, TimeSlot slot, Instant now);

  /**
   * The moved booking over {@code revision}, with its visit, its session's end and what is
   * reserved, in one commit.
   */
  Draft<Booking> draft(Kept<Visit> visit, Booking moved, long revision);
}
