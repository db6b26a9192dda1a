package org.escale.spi.centre;

import org.escale.word.TimeSlot;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A centre's busy times, read only.
 *
 * <ol>
 *   <li>CF1 {@link #pull} gives every entry that overlaps the slot, half open: what only touches it
 *       is not given.
 *   <li>CF2 A series is expanded, with its exceptions and in the zone it was written in; also
 *       beyond its first date and over a change of the clock.
 *   <li>CF3 What is transparent or cancelled is not busy.
 *   <li>CF4 A whole day is the centre's local midnight to midnight.
 *   <li>CF5 Our own entries carry their key; foreign ones carry none.
 *   <li>CF6 {@link #changes} without a cursor gives all that overlaps the window, and with one at
 *       least what changed since: at least once, in any order. What is gone or no longer overlaps
 *       comes without slots.
 *   <li>CF7 A cursor that the system no longer knows is answered by {@code reset}, never by a gap.
 *   <li>CF8 A page is whole or not given at all: what cannot be read is a {@link CentreException}.
 * </ol>
 */
@ConsumerType
public interface CentreFeed {
  /** The most entries of one page; a system that gives more is flooding us. */
  int MOST = 10_000;

  /**
   * All that overlaps {@code slot} now.
   *
   * @throws CentreException if the system cannot be asked, or its answer not be read
   */
  BusyPage pull(SpaceRef space, TimeSlot slot) throws CentreException;

  /**
   * What changed.
   *
   * @throws CentreException if the system cannot be asked, or its answer not be read
   */
  ChangePage changes(SpaceRef space, Since since) throws CentreException;
}
