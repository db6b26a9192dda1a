package org.escale.spi.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.escale.booking.BookingId;
import org.escale.federation.SpaceId;
import org.escale.word.TimeSlot;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What answers "free?" and what decides "take" are the same memory (B7); safe for many threads.
 *
 * <ol>
 *   <li>CA1 A line is free for a slot when no live booking of it overlaps.
 *   <li>CA2 What a commit took is not free for any read begun after it returned (B5).
 *   <li>CA3 What a centre's own system says is busy is not free either, and nothing new is taken
 *       over it; what was taken before stays. Several such times of one line may overlap.
 * </ol>
 */
@ProviderType
public interface Calendar {
  /** Which of these lines are free during all of {@code slot}. */
  Set<SpaceId> free(Collection<SpaceId> among, TimeSlot slot);

  /** When a centre's own system says that a line is busy within {@code slot}, in order. */
  List<TimeSlot> foreign(SpaceId line, TimeSlot slot);

  /**
   * Live bookings that occupy a line within {@code slot}, in order, whether as their space or as a
   * piece of equipment; found in time that does not grow with how many there ever were.
   */
  List<BookingId> bookings(SpaceId line, TimeSlot slot);

  /** What occupies a line within {@code slot}, in order. */
  List<TimeSlot> busy(SpaceId line, TimeSlot slot);
}
