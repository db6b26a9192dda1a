package org.escale.core.centres;

import java.time.Instant;
import org.escale.booking.Booking;
import org.escale.core.commits.Draft;
import org.escale.refusal.Outcome;
import org.escale.word.Kept;

/** Makes a booking stand at the time that its centre agreed to. Safe for many threads. */
public interface Relocation {
  /** What would be written, with what moves along; refused where the visit there is over. */
  Outcome<Draft<Booking>> moved(Kept<Booking> kept, Instant now);
}
