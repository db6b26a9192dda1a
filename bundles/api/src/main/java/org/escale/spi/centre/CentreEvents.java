package org.escale.spi.centre;

import java.util.Optional;
import org.escale.adapter.CentreEvent;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What happens to bookings at the centre, both ways: who came and left, what was used, and what was
 * wrong before.
 *
 * <ol>
 *   <li>CE1 {@link #pull} gives what the system's staff entered: at least once, in any order. An
 *       event keeps its key for ever, and no two have the same.
 *   <li>CE2 Without a cursor it gives all that the system still knows; with one, at least what came
 *       since.
 *   <li>CE3 A cursor that the system no longer knows is answered by {@code reset}, never by a gap.
 *   <li>CE4 What cannot be understood holds up nothing else: it is told to the centre with its
 *       reason, counted in {@code rejected}, and given once it was put right.
 *   <li>CE5 {@link #push} of one key makes one event there, however often it is told.
 *   <li>CE6 What was pushed is not given back, or under the key that it was pushed with.
 *   <li>CE7 Keys, times, kinds and quantities travel, and nothing else (A2).
 *   <li>CE8 A page holds {@link #MOST} events at most; what is longer comes in several.
 *   <li>CE9 A push that left and got no answer is a {@link CentreException}: telling it again is
 *       safe.
 * </ol>
 */
@ConsumerType
public interface CentreEvents {
  /** The most events of one page. */
  int MOST = 10_000;

  /** What the system does with what it is told. */
  enum Taken {
    /** It is there, now or before. */
    DONE,
    /** The system will not, and repeating does not help. */
    REFUSED
  }

  /**
   * What the centre's staff entered since.
   *
   * @throws CentreException if the system cannot be asked, or its answer not be read
   */
  EventPage pull(Optional<Cursor> since) throws CentreException;

  /**
   * Tells of something that happened with us.
   *
   * @throws CentreException if it may not have arrived
   */
  Taken push(CentreEvent event) throws CentreException;
}
