package org.escale.rest.call;

import java.time.Instant;
import org.escale.refusal.RefusalCode;
import org.escale.rest.problem.RefusedException;
import org.escale.word.TimeSlot;

/** Makes slots; one that ends before it starts is refused, not thrown. */
public final class Slots {
  private Slots() {}

  /** The slot between two instants. */
  public static TimeSlot of(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      throw RefusedException.of(RefusalCode.INVALID_SLOT);
    }
    return new TimeSlot(from, to);
  }
}
