package org.escale.booking;

import java.time.Instant;
import java.util.Optional;
import org.escale.word.TimeSlot;

/**
 * Another time for a booking, which its centre has to agree to: its own system or a person. Until
 * then the booking stands as it was promised.
 *
 * @param number which entry of the booking in the centre's calendar this one is; the first is 0, at
 *     most 999
 * @param agreement what is agreed for that time
 * @param until when it is given up by itself
 * @param refused why it did not come about, as a key of texts; empty while it is asked for
 */
public record Move(
    int number, TimeSlot slot, Agreement agreement, Instant until, Optional<String> refused) {
  /** The last number. */
  public static final int MOST = 999;

  /** Whether the answer is still out. */
  public boolean asked() {
    return refused.isEmpty();
  }

  /** The same, given up. */
  public Move refused(String why) {
    return new Move(number, slot, agreement, until, Optional.of(why));
  }
}
