package org.escale.spi.centre;

import java.util.List;
import java.util.Optional;
import org.escale.word.TimeSlot;

/**
 * Something in a centre's calendar: when it makes the space busy, and nothing of what it is about.
 *
 * @param id opaque and stable: the digest of the system's own name where staff may have chosen it
 * @param revision changes whenever the entry does
 * @param slots when it is busy within what was asked for, in order; empty once it is gone
 * @param tentative whether it is only held
 * @param key of a booking that a federation made
 */
public record ForeignEntry(
    String id, String revision, List<TimeSlot> slots, boolean tentative, Optional<Key> key) {
  /** Copies the slots. */
  public ForeignEntry {
    slots = List.copyOf(slots);
  }

  /** Whether it keeps somebody from being there during {@code slot}. */
  public boolean overlaps(TimeSlot slot) {
    return slots.stream().anyMatch(slot::overlaps);
  }
}
